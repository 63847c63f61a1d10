import type { Db, Tx } from "@odys/db/client";
import { professionals } from "@odys/db/schema/accounts";
import { appointments, calendarFeeds } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import type { CalendarFeed, FeedSide } from "@odys/shared/booking/calendar-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Ctx, UserCtx } from "../../kernel/ctx.ts";
import { linkToken } from "../../kernel/links.ts";

/** Whoever has no practice has no agenda to tell of, and an address that nobody proved books nothing. */
export function assertSide({ actor }: UserCtx, side: FeedSide): void {
  if (side === "professional" && !actor.professionalId)
    throw new DomainError("ONBOARDING_REQUIRED");
  if (side === "client" && !actor.emailVerified) throw new DomainError("EMAIL_NOT_VERIFIED");
}

/** Where the person's own address of a side stands. */
export function ownFeed({ actor }: UserCtx, side: FeedSide): SQL | undefined {
  return and(eq(calendarFeeds.userId, actor.userId), eq(calendarFeeds.side, side));
}

export const feedColumns = { id: calendarFeeds.id, createdAt: calendarFeeds.createdAt };

/** As it travels. Only whose it is gets to read the address. */
export function toFeed(
  { settings }: Ctx,
  row: { id: string; createdAt: Date } | undefined,
): CalendarFeed {
  if (!row) return { url: null, createdAt: null };
  const token = linkToken(settings, "feed", row.id);
  return {
    url: `${settings.origin}/api/calendar/feed/${token}.ics`,
    createdAt: row.createdAt.toISOString(),
  };
}

/** What takes place, waits or was called off; a hold that ran out never was. `now`: epoch ms. */
export function told(now: number): SQL | undefined {
  const at = new Date(now).toISOString();
  return or(
    and(
      inArray(appointments.status, [
        "pending_confirmation",
        "confirmed",
        "completed",
        "no_show",
        "rejected",
        "cancelled",
      ]),
      // Time that is blocked no longer is nobody's news.
      or(eq(appointments.kind, "meeting"), eq(appointments.status, "confirmed")),
    ),
    and(eq(appointments.status, "held"), sql`${appointments.heldUntil} > ${at}::timestamptz`),
  );
}

/** Booked by the account itself, or by the practice for it: what its row-level security shows it (`linked_user`). */
export function bookedBy(db: Db | Tx, { userId, email }: { userId: string; email: string }) {
  const rows = db.select({ id: clients.id }).from(clients).where(eq(clients.userId, userId));
  return and(
    inArray(appointments.clientId, rows),
    or(isNull(appointments.bookedEmail), eq(appointments.bookedEmail, email)),
  );
}

/** Appointments as calendars are told of them. */
export function selectEntries(db: Db | Tx, where: SQL | undefined) {
  return db
    .select({
      id: appointments.id,
      sequence: appointments.sequence,
      status: appointments.status,
      startsAt: appointments.startsAt,
      endsAt: appointments.endsAt,
      updatedAt: appointments.updatedAt,
      serviceName: appointments.serviceName,
      place: appointments.place,
      placeDetail: appointments.placeDetail,
      zone: professionals.zone,
      slug: professionals.slug,
      professionalName: professionals.name,
      clientName: clients.name,
    })
    .from(appointments)
    .innerJoin(professionals, eq(professionals.id, appointments.professionalId))
    .leftJoin(
      clients,
      and(
        eq(clients.professionalId, appointments.professionalId),
        eq(clients.id, appointments.clientId),
      ),
    )
    .where(where)
    .$dynamic();
}

type EntryRow = Awaited<ReturnType<typeof selectEntries>>[number];

/** The row as a calendar file has it: instants as ISO text in UTC. */
export function toFacts({ startsAt, endsAt, updatedAt, ...row }: EntryRow) {
  return {
    ...row,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    changedAt: updatedAt.toISOString(),
  };
}
