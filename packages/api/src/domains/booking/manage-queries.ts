import { professionals } from "@odys/db/schema/accounts";
import { appointments } from "@odys/db/schema/booking";
import type { ManagedAppointment } from "@odys/shared/booking/life-schema";
import type { Appointment } from "@odys/shared/booking/schema";
import { clientPolicy, linkExpired } from "@odys/shared/booking/policy";
import type { AppointmentStatus } from "@odys/shared/booking/status";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { readLinkToken } from "../../kernel/links.ts";
import { readAsSystem } from "../../kernel/transaction.ts";
import { rulesFor } from "./move-queries.ts";
import { changeStatus } from "./queries.ts";

export type Managed = Awaited<ReturnType<typeof readManaged>>;

/** The appointment that a link opens, as it is now. NOT_FOUND for a forged one, LINK_EXPIRED. */
export async function openLink(ctx: Ctx, token: string): Promise<Managed> {
  const id = readLinkToken(ctx.settings, "manage", token);
  if (!id) throw new DomainError("NOT_FOUND");
  const row = await readManaged(ctx, id);
  if (linkExpired(row.endsAt.getTime(), ctx.clock.now())) throw new DomainError("LINK_EXPIRED");
  return row;
}

/** A meeting with its practice, whoever's it is. NOT_FOUND. */
export async function readManaged(ctx: Ctx, id: string) {
  const [row] = await readAsSystem(ctx, (db) =>
    db
      .select({
        id: appointments.id,
        professionalId: appointments.professionalId,
        status: appointments.status,
        startsAt: appointments.startsAt,
        endsAt: appointments.endsAt,
        blockedFrom: appointments.blockedFrom,
        blockedUntil: appointments.blockedUntil,
        sequence: appointments.sequence,
        serviceId: appointments.serviceId,
        serviceName: appointments.serviceName,
        durationMinutes: appointments.durationMinutes,
        priceAmount: appointments.priceAmount,
        currency: appointments.currency,
        place: appointments.place,
        placeDetail: appointments.placeDetail,
        reason: appointments.reason,
        cancelledBy: appointments.cancelledBy,
        professional: {
          name: professionals.name,
          slug: professionals.slug,
          locale: professionals.locale,
        },
        zone: professionals.zone,
        noticeMinutes: professionals.cancelNoticeMinutes,
      })
      .from(appointments)
      .innerJoin(professionals, eq(professionals.id, appointments.professionalId))
      .where(and(eq(appointments.id, id), eq(appointments.kind, "meeting"))),
  );
  if (!row?.serviceId) throw new DomainError("NOT_FOUND");
  return { ...row, serviceId: row.serviceId };
}

/** As its bearer may see it. */
export function toManaged(row: Managed, now: number): ManagedAppointment {
  const { priceAmount: amount, currency, noticeMinutes } = row;
  const { until, canCancel, canReschedule } = clientPolicy(timesOf(row), now);
  // A link to a meeting is for those who are expected there.
  const expected = row.status === "confirmed" || row.place === "in_person";
  return {
    status: row.status,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    sequence: row.sequence,
    serviceId: row.serviceId,
    serviceName: row.serviceName,
    durationMinutes: row.durationMinutes,
    price: { amount, currency },
    place: row.place,
    placeDetail: expected ? row.placeDetail : "",
    reason: row.reason,
    cancelledBy: row.cancelledBy,
    zone: row.zone,
    professional: row.professional,
    policy: {
      noticeMinutes,
      until: new Date(until).toISOString(),
      canCancel,
      canReschedule,
    },
  };
}

type Times = {
  status: AppointmentStatus;
  startsAt: Date;
  endsAt: Date;
  noticeMinutes: number;
};

function timesOf({ status, startsAt, endsAt, noticeMinutes }: Times) {
  return { status, startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), noticeMinutes };
}

/**
 * Refuses what the client may not do by themselves: CANCELLATION_TOO_LATE with the policy,
 * INVALID_TRANSITION with the status it has once it has begun or is over.
 */
export function assertClientMay(what: "canCancel" | "canReschedule", row: Times, now: number) {
  const policy = clientPolicy(timesOf(row), now);
  if (policy[what]) return;
  const { noticeMinutes, status } = row;
  if (policy.refusal === "CANCELLATION_TOO_LATE")
    throw new DomainError("CANCELLATION_TOO_LATE", {
      until: new Date(policy.until).toISOString(),
      noticeMinutes,
    });
  throw new DomainError("INVALID_TRANSITION", { status });
}

/** Free slots as they are for this appointment: its own time is not in the way, its length is kept. */
export function wishOf(row: Managed) {
  const { id: ignore, serviceId, professional } = row;
  return { slug: professional.slug, serviceId, ignore, adapt: rulesFor(row) };
}

/**
 * The client's own cancelling, by account or by link, inside a transaction of the system's that is
 * open around the call: a client may change nothing of a practice, and this one change is made for
 * them. CANCELLATION_TOO_LATE with the policy; INVALID_TRANSITION, also once it has begun.
 */
export async function cancelAsClient(
  ctx: Ctx,
  { id, professionalId, reason }: { id: string; professionalId: string; reason: string },
): Promise<Appointment> {
  const row = await readManaged(ctx, id);
  if (row.status !== "cancelled") assertClientMay("canCancel", row, ctx.clock.now());
  const change = { id, professionalId, to: "cancelled", reason, by: "client" } as const;
  // What was read may be old by now: of a request that was confirmed meanwhile, the notice counts.
  const check = async (from: typeof row.status) =>
    assertClientMay("canCancel", { ...row, status: from }, ctx.clock.now());
  return changeStatus(ctx, { ...change, check: (_, from) => check(from) });
}
