import { insertOf, statement } from "@odys/db/statement";
import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import type { Entitlements } from "@odys/shared/billing/plans";
import type { IntakeAnswer } from "@odys/shared/booking/intake";
import type { BookInput } from "@odys/shared/booking/schema";
import type { AppointmentStatus } from "@odys/shared/booking/status";
import { DomainError } from "@odys/shared/kernel/errors";
import { newId } from "@odys/shared/kernel/ids";
import { sql } from "drizzle-orm";
import { CHALLENGE_MS } from "../../kernel/challenges.ts";
import { actorName, type Ctx } from "../../kernel/ctx.ts";
import { afterRollback, withDesk } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";
import { countHeld, lockCaps, overCaps, tellOfLimit } from "./caps-queries.ts";
import { countGuests, spendChallenge } from "./guest-queries.ts";
import { judgeGuest, type Verdict } from "./judge-guest.ts";
import type { Desk } from "./read-desk.ts";

/** What was decided about a booking before it is written. Instants are epoch ms. */
type Meeting = {
  id: string;
  status: AppointmentStatus;
  startsAt: number;
  endsAt: number;
  /** Until when it keeps its time, of a meeting that is only held. */
  heldUntil: number | null;
  /** Null where guests are not checked. */
  verdict: Verdict | null;
  /** What was answered of what the service asks. */
  intake: IntakeAnswer[];
};

/**
 * Writes a booking: one transaction, one flight of statements. SLOT_TAKEN when somebody else has any
 * of its time by now, or the caps of its day or week are reached; TOO_MANY_PENDING and
 * PLAN_LIMIT_REACHED undo it, and the professional hears of the latter. GUEST_CHECK_FAILED when
 * meanwhile more presses than what was proved for, or the proof was used before. How many clients a
 * plan has room for is not asked here but when the professional
 * confirms: a guest would learn from it whether the practice knows a number.
 *
 * No order of arrival deadlocks: everybody takes the client's row first and the time second, and
 * only who has both takes the lock of the caps, after which nothing is waited for any more.
 */
export function writeBooking(
  ctx: Ctx,
  desk: Desk,
  rights: Entitlements,
  meeting: Meeting,
  input: BookInput,
): Promise<void> {
  const { professionalId } = desk;
  const { verdict } = meeting;
  const pending = meeting.status === "pending_confirmation";
  // What is held counts once it is confirmed.
  const limited = rights.maxAppointmentsPerMonth !== null && meeting.status !== "held";
  const { zone, maxPerDay, maxPerWeek } = desk;
  const capped = pending || limited || maxPerDay !== null || maxPerWeek !== null;
  const values = {
    ...valuesOf(ctx, desk, meeting, input),
    zone,
    limited,
    maxPerDay,
    maxPerWeek,
  };
  return withDesk(ctx, professionalId, async (tx, inner) => {
    const [[won], , [held], [guests], [spent]] = await Promise.all([
      insertBooking(tx, values),
      capped || verdict ? lockCaps(tx, values) : [],
      capped ? countHeld(tx, values) : [],
      verdict ? countGuests(tx, values) : [],
      verdict?.asker.challenge ? spendChallenge(tx, values) : [],
      emit(inner, "booking.appointment_changed", {
        appointmentId: meeting.id,
        professionalId,
        from: null,
        to: meeting.status,
        by: "client",
      }),
      meeting.status === "held" &&
        emit(inner, "booking.guest_check_requested", {
          appointmentId: meeting.id,
          professionalId,
        }),
    ]);
    if (!won) throw new DomainError("SLOT_TAKEN");
    if (verdict) {
      const { decision } = await judgeGuest(ctx, input.slug, verdict.asker, guests);
      if (decision !== verdict.decision || (verdict.asker.challenge && !spent))
        throw new DomainError("GUEST_CHECK_FAILED", { need: "proof" });
    }
    if (!held) return;
    if (overCaps(held, desk)) throw new DomainError("SLOT_TAKEN");
    if (pending && held.pending > desk.maxPending) throw new DomainError("TOO_MANY_PENDING");
    if ((held.month ?? 0) > (rights.maxAppointmentsPerMonth ?? Infinity)) {
      afterRollback(inner, () => tellOfLimit(ctx, professionalId, held.today));
      throw new DomainError("PLAN_LIMIT_REACHED");
    }
  });
}

function valuesOf(ctx: Ctx, desk: Desk, meeting: Meeting, input: BookInput) {
  const { actor } = ctx;
  const { service } = desk;
  const iso = (ms: number) => new Date(ms).toISOString();
  const now = iso(ctx.clock.now());
  // A row belongs to an account through a verified address only: the row must carry that address.
  const account = actor.type === "user" && actor.emailVerified ? actor : null;
  const email = input.email ?? account?.email ?? null;
  return {
    now,
    professionalId: desk.professionalId,
    clientId: newId(),
    userId: account && email === account.email ? account.userId : null,
    name: input.name,
    phone: input.phone,
    email,
    bookedEmail: email ?? "",
    slug: input.slug,
    origin: meeting.verdict?.asker.origin ?? null,
    vouchedBy: meeting.verdict?.asker.by ?? null,
    actor: actorName(actor),
    challenge: meeting.verdict?.asker.challenge ?? null,
    challengeEnds: iso(ctx.clock.now() + CHALLENGE_MS),
    heldUntil: meeting.heldUntil === null ? null : iso(meeting.heldUntil),
    id: meeting.id,
    serviceId: service.id,
    status: meeting.status,
    startsAt: iso(meeting.startsAt),
    endsAt: iso(meeting.endsAt),
    blockedFrom: iso(meeting.startsAt - service.bufferBeforeMinutes * 60_000),
    blockedUntil: iso(meeting.endsAt + service.bufferAfterMinutes * 60_000),
    serviceName: service.name,
    durationMinutes: service.durationMinutes,
    priceAmount: service.priceAmount,
    currency: desk.currency,
    place: service.place,
    placeDetail: service.placeDetail,
    message: input.message,
    intake: JSON.stringify(meeting.intake),
  };
}

const value = sql.placeholder;

const guest = insertOf(clients, {
  id: value("clientId"),
  professionalId: value("professionalId"),
  userId: value("userId"),
  name: value("name"),
  phone: value("phone"),
  email: value("email"),
  archivedAt: sql`case when ${value("heldUntil")}::timestamptz is not null then ${value("now")}::timestamptz end`,
  createdAt: value("now"),
  updatedAt: value("now"),
});

const claim = sql`from guest where app.claim_range(${value("professionalId")}, ${value("blockedFrom")}, ${value("blockedUntil")}, ${value("now")})`;

const booked = insertOf(
  appointments,
  {
    id: value("id"),
    professionalId: value("professionalId"),
    serviceId: value("serviceId"),
    clientId: sql`guest.id`,
    status: value("status"),
    startsAt: value("startsAt"),
    endsAt: value("endsAt"),
    blockedFrom: value("blockedFrom"),
    blockedUntil: value("blockedUntil"),
    serviceName: value("serviceName"),
    durationMinutes: value("durationMinutes"),
    priceAmount: value("priceAmount"),
    currency: value("currency"),
    place: value("place"),
    placeDetail: value("placeDetail"),
    message: value("message"),
    intake: sql`${value("intake")}::jsonb`,
    source: sql`'page'`,
    bookedEmail: value("bookedEmail"),
    originHash: value("origin"),
    vouchedBy: value("vouchedBy"),
    heldUntil: value("heldUntil"),
    createdAt: value("now"),
    updatedAt: value("now"),
  },
  claim,
);

/**
 * Client and appointment at once. A client whom the practice knows keeps what it has on record: a
 * number that anybody can type proves nothing; they only come back to its list, and one who was merged
 * books as whom they were merged into. Who only holds a time is not on the list until they confirm:
 * a program that makes up people fills nobody's. No row when the time
 * is taken, by an override too; as the constraint is asked by `on conflict`, a stampede waits in order
 * instead of deadlocking.
 */
const insertBooking = statement<{ id: string }>(sql`
  with guest as (
    ${guest} on conflict (professional_id, phone) do update
      set archived_at = case when ${value("heldUntil")}::timestamptz is not null then ${clients.archivedAt} end
    returning coalesce(merged_into, id) as id
  ), booked as (
    ${booked} on conflict on constraint appointments_no_overlap do nothing
    returning id
  )
  select id from booked`);
