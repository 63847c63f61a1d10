import type { Tx } from "@odys/db/client";
import { professionals } from "@odys/db/schema/accounts";
import { appointments } from "@odys/db/schema/booking";
import type { Occupation, Override } from "@odys/shared/booking/life-schema";
import type { SlotRules } from "@odys/shared/booking/rules";
import { type AppointmentStatus, MOVABLE_STATUSES } from "@odys/shared/booking/status";
import { MINUTE_MS } from "@odys/shared/kernel/calendar";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { emit } from "../ops/index.ts";
import { assertFree } from "./overlap-queries.ts";
import { lockOf } from "./queries.ts";

/** Something in the agenda with all that moving it keeps. */
export type Movable = NonNullable<Awaited<ReturnType<typeof readMovable>>>;

/** What of a meeting stays when it is moved: how long it takes, and with which buffers. */
export type Timed = Pick<
  Movable,
  "durationMinutes" | "startsAt" | "endsAt" | "blockedFrom" | "blockedUntil"
>;

type Move = {
  id: string;
  professionalId: string;
  by: "professional" | "client";
  /** Epoch ms. */
  startsAt: number;
  /** Left out: as long as it is. */
  durationMinutes?: number | undefined;
  override?: Override | undefined;
  /** Asked under the lock, of the row as it is then: which status it has afterwards. May refuse. */
  decide?: (row: Movable) => AppointmentStatus;
};

/**
 * Gives something in the agenda another time, inside the transaction open around the call: price and
 * buffers stay, a calendar's copy of it is out of date. Where it is already, nothing changes.
 * NOT_FOUND, INVALID_TRANSITION, and SLOT_TAKEN with all that overlaps unless `override` names it.
 *
 * Under the lock of the agenda, before anything else: whoever adds a row there shares that lock, so
 * what overlaps is known for certain, two that swap places do not wait for each other, and the
 * exclusion constraint is only asked what has been answered.
 */
export async function moveAppointment(
  ctx: Ctx,
  { id, professionalId, by, startsAt, durationMinutes, override, decide }: Move,
): Promise<Movable> {
  if (!ctx.open) throw new TypeError("moveAppointment outside a transaction");
  const { tx } = ctx.open;
  await tx.execute(lockOf("agenda", professionalId));
  const row = await readMovable(tx, { id, professionalId });
  if (!row) throw new DomainError("NOT_FOUND");
  if (!MOVABLE_STATUSES.some((status) => status === row.status))
    throw new DomainError("INVALID_TRANSITION", { status: row.status });

  const started = row.startsAt.getTime();
  const ended = row.endsAt.getTime();
  const endsAt =
    startsAt + (durationMinutes === undefined ? ended - started : durationMinutes * MINUTE_MS);
  if (startsAt === started && endsAt === ended) return row;
  const status = decide?.(row) ?? row.status;
  const from = startsAt - (started - row.blockedFrom.getTime());
  const until = endsAt + (row.blockedUntil.getTime() - ended);
  const range = { professionalId, from, until };
  const overrideReason = await assertFree(tx, ctx, range, { besides: id, override });

  const set = {
    status,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    blockedFrom: new Date(from),
    blockedUntil: new Date(until),
    durationMinutes: durationMinutes ?? row.durationMinutes,
    overrideReason,
    sequence: row.sequence + 1,
    // They said that they would come at another time.
    attendanceConfirmedAt: null,
    updatedAt: new Date(ctx.clock.now()),
  };
  await tx
    .update(appointments)
    .set(set)
    .where(and(eq(appointments.professionalId, professionalId), eq(appointments.id, id)));
  await tell(ctx, row, set, by);
  return { ...row, ...set };
}

/** That its status went back to a request is news of its own, for whoever counts requests. */
async function tell(
  ctx: Ctx,
  { id: appointmentId, professionalId, status, startsAt }: Movable,
  now: { status: AppointmentStatus; startsAt: Date },
  by: Move["by"],
): Promise<void> {
  const about = { appointmentId, professionalId, by };
  if (now.status !== status)
    await emit(ctx, "booking.appointment_changed", { ...about, from: status, to: now.status });
  const [from, to] = [startsAt.toISOString(), now.startsAt.toISOString()];
  await emit(ctx, "booking.appointment_moved", { ...about, from, to });
}

/** The row with its practice, and its lock: a change of its status waits until it is moved. */
export async function readMovable(
  tx: Tx,
  { id, professionalId }: { id: string; professionalId: string },
) {
  const [row] = await tx
    .select({
      id: appointments.id,
      professionalId: appointments.professionalId,
      kind: appointments.kind,
      status: appointments.status,
      startsAt: appointments.startsAt,
      endsAt: appointments.endsAt,
      blockedFrom: appointments.blockedFrom,
      blockedUntil: appointments.blockedUntil,
      durationMinutes: appointments.durationMinutes,
      title: appointments.serviceName,
      serviceId: appointments.serviceId,
      sequence: appointments.sequence,
      overrideReason: appointments.overrideReason,
      slug: professionals.slug,
      noticeMinutes: professionals.cancelNoticeMinutes,
    })
    .from(appointments)
    .innerJoin(professionals, eq(professionals.id, appointments.professionalId))
    .where(and(eq(appointments.professionalId, professionalId), eq(appointments.id, id)))
    .for("no key update", { of: appointments });
  return row;
}

/** As it travels to the professional. */
export function toOccupation(
  row: Pick<Movable, Exclude<keyof Occupation, "startsAt" | "endsAt"> | "startsAt" | "endsAt">,
): Occupation {
  const { id, kind, status, durationMinutes, title, sequence, overrideReason } = row;
  return {
    id,
    kind,
    status,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    durationMinutes,
    title,
    sequence,
    overrideReason,
  };
}

/** The rules of the service as they are for one meeting: its own length and buffers, as agreed. */
export function rulesFor(row: Timed) {
  const minutes = (from: Date, until: Date) => (until.getTime() - from.getTime()) / MINUTE_MS;
  const own = {
    durationMinutes: row.durationMinutes,
    bufferBeforeMinutes: minutes(row.blockedFrom, row.startsAt),
    bufferAfterMinutes: minutes(row.endsAt, row.blockedUntil),
  };
  return (rules: SlotRules): SlotRules => ({ ...rules, service: { ...rules.service, ...own } });
}
