import type { Tx } from "@odys/db/client";
import { professionals } from "@odys/db/schema/accounts";
import { appointments, availability, services } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import { calendarStatusOf } from "@odys/shared/booking/ics";
import type { TimeWindow } from "@odys/shared/booking/rules";
import type {
  Appointment,
  Availability,
  AvailabilityWindow,
  Service,
} from "@odys/shared/booking/schema";
import { type AppointmentStatus, statusesBefore } from "@odys/shared/booking/status";
import { minuteOfTime, timeOfMinute } from "@odys/shared/kernel/calendar";
import { DomainError } from "@odys/shared/kernel/errors";
import { newId } from "@odys/shared/kernel/ids";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { emit } from "../ops/index.ts";

/** A lock of its own for each purpose and practice, held to the end of the transaction. A statement of its own. */
export function lockOf(purpose: string, professionalId: string): SQL {
  return sql`select pg_advisory_xact_lock(hashtextextended(${`${purpose}:${professionalId}`}, 0))`;
}

const REACH_MS = 735 * 86_400_000;

/** What a professional enters may lie two years away and no further. VALIDATION_ERROR; `at` is epoch ms. */
export function assertInReach(ctx: Ctx, at: number, field = "startsAt"): void {
  if (Math.abs(at - ctx.clock.now()) > REACH_MS)
    throw new DomainError("VALIDATION_ERROR", { fields: { [field]: ["range"] } });
}

// ---- Appointments ----------------------------------------------------------------------------

/** Appointments with how to reach their clients, for whoever the policies show them to. */
export function selectAppointments(tx: Tx, where: SQL | undefined) {
  return tx
    .select({
      id: appointments.id,
      status: appointments.status,
      paymentStatus: appointments.paymentStatus,
      startsAt: appointments.startsAt,
      endsAt: appointments.endsAt,
      serviceId: services.id,
      serviceName: appointments.serviceName,
      durationMinutes: appointments.durationMinutes,
      priceAmount: appointments.priceAmount,
      currency: appointments.currency,
      place: appointments.place,
      placeDetail: appointments.placeDetail,
      message: appointments.message,
      intake: appointments.intake,
      source: appointments.source,
      reason: appointments.reason,
      cancelledBy: appointments.cancelledBy,
      createdAt: appointments.createdAt,
      client: { id: clients.id, name: clients.name, phone: clients.phone, email: clients.email },
    })
    .from(appointments)
    .innerJoin(
      clients,
      and(
        eq(clients.professionalId, appointments.professionalId),
        eq(clients.id, appointments.clientId),
      ),
    )
    .innerJoin(
      services,
      and(
        eq(services.professionalId, appointments.professionalId),
        eq(services.id, appointments.serviceId),
      ),
    )
    .where(where)
    .$dynamic();
}

type AppointmentRow = Awaited<ReturnType<typeof selectAppointments>>[number];

/** The row as it travels: instants in UTC, the price as it was when booked. */
export function toAppointment({ priceAmount, currency, ...row }: AppointmentRow): Appointment {
  return {
    ...row,
    price: { amount: priceAmount, currency },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
}

type Change = {
  id: string;
  professionalId: string;
  to: AppointmentStatus;
  reason?: string;
  by?: "professional" | "client";
  /** Only from these, of all that lead there. */
  only?: readonly AppointmentStatus[];
  /** Asked when the status did change; what it throws undoes the change. */
  check?: (changed: AppointmentRow, from: AppointmentStatus) => Promise<void>;
};

/**
 * Brings an appointment to a status, inside the transaction open around the call. One conditional
 * update for each status it may come from, sent together: at most one of them finds the row, so of
 * two changes at once one wins, and which it was says where it came from. NOT_FOUND;
 * INVALID_TRANSITION with the status it has.
 *
 * No lock besides the row's: these changes keep the blocked range or give it up, so they can never
 * newly meet the exclusion constraint, and whoever waits here holds nothing that others wait for.
 */
export async function changeStatus(
  ctx: Ctx,
  { id, professionalId, to, reason, by = "professional", only, check }: Change,
): Promise<Appointment> {
  if (!ctx.open) throw new TypeError("changeStatus outside a transaction");
  const { tx } = ctx.open;
  const own = and(eq(appointments.professionalId, professionalId), eq(appointments.id, id));
  const origins = statusesBefore(to).filter((from) => !only || only.includes(from));
  const set = {
    status: to,
    ...(reason !== undefined && { reason: reason || null }),
    ...(to === "cancelled" && { cancelledBy: by }),
    updatedAt: new Date(ctx.clock.now()),
  };
  const shown = calendarStatusOf(to);
  const updates = origins.map((from) =>
    tx
      .update(appointments)
      .set({
        ...set,
        ...(calendarStatusOf(from) !== shown && { sequence: sql`${appointments.sequence} + 1` }),
      })
      .where(and(own, eq(appointments.status, from)))
      .returning({ id: appointments.id }),
  );
  const [moved, [row]] = await Promise.all([Promise.all(updates), selectAppointments(tx, own)]);
  if (!row) throw new DomainError("NOT_FOUND");
  const from = origins[moved.findIndex((rows) => rows.length > 0)];
  if (from) {
    await check?.(row, from);
    await emit(ctx, "booking.appointment_changed", {
      appointmentId: id,
      professionalId,
      from,
      to,
      by,
    });
  } else if (row.status !== to) throw new DomainError("INVALID_TRANSITION", { status: row.status });
  return toAppointment(row);
}

/** How it went can be said once it has begun. */
export async function assertBegun(ctx: Ctx, startsAt: Date): Promise<void> {
  if (startsAt.getTime() > ctx.clock.now())
    throw new DomainError("NOT_BEGUN", { startsAt: startsAt.toISOString() });
}

// ---- Services and weekly hours ---------------------------------------------------------------

/** Services with the currency of their practice. */
export function selectServices(tx: Tx, where: SQL | undefined) {
  return tx
    .select({
      id: services.id,
      name: services.name,
      description: services.description,
      durationMinutes: services.durationMinutes,
      priceAmount: services.priceAmount,
      bufferBeforeMinutes: services.bufferBeforeMinutes,
      bufferAfterMinutes: services.bufferAfterMinutes,
      noticeMinutes: services.noticeMinutes,
      horizonDays: services.horizonDays,
      confirmation: services.confirmation,
      place: services.place,
      placeDetail: services.placeDetail,
      color: services.color,
      reminderMinutes: services.reminderMinutes,
      questions: services.questions,
      active: services.active,
      currency: professionals.currency,
    })
    .from(services)
    .innerJoin(professionals, eq(professionals.id, services.professionalId))
    .where(where)
    .$dynamic();
}

type ServiceRow = Awaited<ReturnType<typeof selectServices>>[number];

/** The row as it travels. */
export function toService({ priceAmount, currency, ...row }: ServiceRow): Service {
  return { ...row, price: { amount: priceAmount, currency } };
}

/** The text of an `int4multirange` of minutes as windows: `{[540,720),[780,1080)}`. */
export function windowsOf(ranges: string): TimeWindow[] {
  return Array.from(ranges.matchAll(/\[(\d+),(\d+)\)/g), ([, start, end]) => ({
    startTime: timeOfMinute(Number(start)),
    endTime: timeOfMinute(Number(end)),
  }));
}

/** A window as it is kept. */
export function windowRow(
  professionalId: string,
  { dayOfWeek, startTime, endTime }: AvailabilityWindow,
): typeof availability.$inferInsert {
  return {
    id: newId(),
    professionalId,
    dayOfWeek,
    startMinute: minuteOfTime(startTime),
    endMinute: minuteOfTime(endTime),
  };
}

/** The week of a practice with its zone, in two reads of one flight. */
export async function readWeek(tx: Tx, professionalId: string): Promise<Availability> {
  const [[practice], rows] = await Promise.all([
    tx
      .select({ zone: professionals.zone, slotStepMinutes: professionals.slotStepMinutes })
      .from(professionals)
      .where(eq(professionals.id, professionalId)),
    tx
      .select()
      .from(availability)
      .where(eq(availability.professionalId, professionalId))
      .orderBy(asc(availability.dayOfWeek), asc(availability.startMinute)),
  ]);
  if (!practice) throw new DomainError("NOT_FOUND");
  const windows = rows.map(({ dayOfWeek, startMinute, endMinute }) => ({
    dayOfWeek,
    startTime: timeOfMinute(startMinute),
    endTime: timeOfMinute(endMinute),
  }));
  return { ...practice, windows };
}
