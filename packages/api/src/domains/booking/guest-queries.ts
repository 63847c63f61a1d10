import { professionals } from "@odys/db/schema/accounts";
import type { Db, Tx } from "@odys/db/client";
import { appointments, services } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import { idempotencyKeys } from "@odys/db/schema/ops";
import { insertOf, statement } from "@odys/db/statement";
import type { GuestCounts, GuestPolicy, GuestRules } from "@odys/shared/booking/guest-check";
import type { GuestCheck } from "@odys/shared/booking/guest-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq, isNull, sql } from "drizzle-orm";
import { createHmac } from "node:crypto";
import type { Ctx } from "../../kernel/ctx.ts";
import { readLinkToken } from "../../kernel/links.ts";
import { neighbourhoodOf } from "../../kernel/network.ts";
import { readAsSystem } from "../../kernel/transaction.ts";

/**
 * Whose share of a practice's patience a booking takes: an account's, or that of the networks around
 * an address. A keyed hash, so that the table tells nobody where people were.
 */
export function originOf({ actor, ip, settings }: Ctx): string {
  const verified = actor.type === "user" && actor.emailVerified;
  const whose = verified ? `account:${actor.userId}` : `network:${neighbourhoodOf(ip)}`;
  const key = createHmac("sha256", settings.linkSecret).update("odys guest origin").digest();
  return createHmac("sha256", key).update(whose).digest("base64url").slice(0, 22);
}

const value = sql.placeholder;
const now = sql`${value("now")}::timestamptz`;

export type GuestRow = GuestCounts & {
  professionalId: string;
  policy: GuestPolicy;
  maxPending: number;
};

/**
 * What of guests waits at the page `slug`, or was asked for there within a day, without the appointment
 * `id`; `origin` is who is asking. No row: no such page. Its two indexes hold nothing but guests' rows.
 */
export const countGuests = statement<GuestRow>(sql`
  with practice as (
    select id, guest_check, max_pending from ${professionals} where ${professionals.slug} = ${value("slug")}
  ), guests as (
    select
      ${appointments.originHash} = ${value("origin")} as here,
      ${appointments.status} = 'held' as held,
      ${appointments.status} in ('pending_confirmation', 'held') and ${appointments.startsAt} > ${now}
        and (${appointments.status} <> 'held' or ${appointments.heldUntil} > ${now}) as open,
      ${appointments.createdAt} > ${now} - interval '1 day' as today,
      ${appointments.createdAt} > ${now} - interval '1 hour' as lately,
      ${appointments.vouchedBy} as by
    from ${appointments}
    where ${appointments.professionalId} = (select id from practice)
      and ${appointments.originHash} is not null
      and ${appointments.id} <> ${value("id")}
      and (${appointments.status} in ('pending_confirmation', 'held')
        or ${appointments.createdAt} > ${now} - interval '1 day')
  )
  select practice.id as "professionalId", guest_check as policy, max_pending as "maxPending", counts.*
  from practice, (
    select
      count(*) filter (where here and by = 'work' and not held and (open or today))::int as "workHere",
      count(*) filter (where here and open)::int as "openHere",
      count(*) filter (where here and open and held and by = 'none')::int as "bareHoldsHere",
      count(*) filter (where open and held and by = 'none')::int as "bareHolds",
      count(*) filter (where open and held)::int as holds,
      count(*) filter (where open and not held and by = 'work')::int as "workOpen",
      count(*) filter (where here and by in ('work', 'none') and (open or today))::int as "pressureHere",
      count(*) filter (where (open or lately) and by in ('work', 'none'))::int as pressure
    from guests
  ) counts`);

/**
 * Marks a challenge as answered, beside the booking and undone with it: kept among the keys of requests
 * until it has run out, and no row when it was answered before.
 */
export const spendChallenge = statement<{ key: string }>(sql`
  ${insertOf(idempotencyKeys, {
    actor: value("actor"),
    procedure: sql`'booking.challenge'`,
    key: value("challenge"),
    bodyHash: sql`''`,
    createdAt: now,
    expiresAt: sql`${value("challengeEnds")}::timestamptz`,
  })} on conflict do nothing returning key`);

/** No appointment has this id. */
export const NONE = "00000000-0000-0000-0000-000000000000";

/** The rules of a practice with those of the house. */
export function guestRules({ settings }: Ctx, { policy, maxPending }: GuestRow): GuestRules {
  return { policy, maxPending, work: settings.guestWork, times: settings.guestCapsTimes };
}

// ---- The link in the mail --------------------------------------------------------------------

export type GuestCheckRow = Awaited<ReturnType<typeof readGuestCheck>>;

/** What a mailed link is about, whatever became of it. NOT_FOUND for a forged one. */
export async function readGuestCheck(ctx: Ctx, token: string) {
  const id = readLinkToken(ctx.settings, "confirm", token);
  const [row] = id === null ? [] : await readAsSystem(ctx, (db) => selectGuestCheck(db, id));
  if (!row?.heldUntil) throw new DomainError("NOT_FOUND");
  return { ...row, heldUntil: row.heldUntil, bookedEmail: row.bookedEmail ?? "" };
}

function selectGuestCheck(db: Db | Tx, id: string) {
  return db
    .select({
      id: appointments.id,
      professionalId: appointments.professionalId,
      status: appointments.status,
      heldUntil: appointments.heldUntil,
      startsAt: appointments.startsAt,
      endsAt: appointments.endsAt,
      serviceName: appointments.serviceName,
      durationMinutes: appointments.durationMinutes,
      priceAmount: appointments.priceAmount,
      currency: appointments.currency,
      place: appointments.place,
      placeDetail: appointments.placeDetail,
      bookedEmail: appointments.bookedEmail,
      confirmation: services.confirmation,
      professional: { name: professionals.name, slug: professionals.slug },
      zone: professionals.zone,
      plan: professionals.plan,
      trialEndsAt: professionals.trialEndsAt,
      maxPending: professionals.maxPending,
    })
    .from(appointments)
    .innerJoin(professionals, eq(professionals.id, appointments.professionalId))
    .innerJoin(
      services,
      and(
        eq(services.professionalId, appointments.professionalId),
        eq(services.id, appointments.serviceId),
      ),
    )
    .where(and(eq(appointments.id, id), isNull(professionals.suspendedAt)));
}

/** As its bearer may see it: what is neither held nor gone has been confirmed, whatever came of it since. */
export function guestCheckOf(row: GuestCheckRow, now: number): GuestCheck {
  const waiting = row.status === "held" && row.heldUntil.getTime() > now;
  const over = row.status === "held" || row.status === "expired";
  return {
    state: waiting ? "waiting" : over ? "expired" : "confirmed",
    heldUntil: row.heldUntil.toISOString(),
    serviceName: row.serviceName,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    durationMinutes: row.durationMinutes,
    price: { amount: row.priceAmount, currency: row.currency },
    zone: row.zone,
    professional: row.professional,
  };
}

/** What one mailbox has confirmed at a practice: waiting, or confirmed at once within a day. Tells its owner about themselves only. */
export const countOfMailbox = statement<{ open: number }>(sql`
  select count(*)::int as open from ${appointments}
  where ${appointments.professionalId} = ${value("professionalId")}
    and ${appointments.bookedEmail} = ${value("email")} and ${appointments.vouchedBy} = 'mail'
    and (${appointments.status} = 'pending_confirmation' and ${appointments.startsAt} > ${now}
      or ${appointments.status} = 'confirmed' and ${appointments.createdAt} > ${now} - interval '1 day')`);

/**
 * Whose hold it is comes onto the list, if it still keeps its time at `after`. The first statement of
 * who confirms it: the client's row is taken first, as by everybody (`writeBooking`).
 */
export const listClient = statement(sql`
  update ${clients} set archived_at = null
  where archived_at is not null and id = (
    select client_id from ${appointments}
    where ${appointments.id} = ${value("id")} and status = 'held' and held_until > ${value("after")}::timestamptz)`);

/**
 * What is held becomes a booking, for which its mailbox stands. No row when it is no longer held:
 * whoever releases what ran out meets it at this row, and only one of both finds it as it was.
 */
export const bookHeld = statement<{ id: string }>(sql`
  update ${appointments} set status = ${value("status")}, vouched_by = 'mail', updated_at = ${now},
    sequence = sequence + ${value("steps")}::int
  where id = ${value("id")} and status = 'held' and held_until > ${now}
  returning id`);
