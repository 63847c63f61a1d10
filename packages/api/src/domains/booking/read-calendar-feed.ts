import type { Db, Tx } from "@odys/db/client";
import { professionals, users } from "@odys/db/schema/accounts";
import { appointments, calendarFeeds } from "@odys/db/schema/booking";
import { appointmentFeed } from "@odys/shared/booking/calendar-event";
import type { CalendarFile, GetCalendarFileInput } from "@odys/shared/booking/calendar-schema";
import { dateOfDay, DAY_MS } from "@odys/shared/kernel/calendar";
import { DomainError } from "@odys/shared/kernel/errors";
import { zoneOf } from "@odys/shared/kernel/zone";
import { and, desc, eq, gte } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { linkToken, readLinkToken } from "../../kernel/links.ts";
import { readAsSystem } from "../../kernel/transaction.ts";
import { bookedBy, selectEntries, toFacts, told } from "./feed-queries.ts";

/** How far back a calendar is told of. */
const BACK_MS = 90 * DAY_MS;
/** The latest of them: a calendar is read whole every time. */
const MOST = 5_000;

/**
 * The calendar behind a secret address: a practice's agenda with its blocks, or what an account has
 * booked anywhere, from three months ago on. What was called off is told as cancelled. The same as
 * long as nothing changes. NOT_FOUND for an address that was given up or never was one.
 */
export async function readCalendarFeed(
  ctx: Ctx,
  { token }: GetCalendarFileInput,
): Promise<CalendarFile> {
  const feedId = readLinkToken(ctx.settings, "feed", token);
  const feed = feedId === null ? null : await readAsSystem(ctx, (db) => findFeed(db, feedId));
  if (!feed || (feed.side === "professional" && !feed.professionalId))
    throw new DomainError("NOT_FOUND");
  const now = ctx.clock.now();
  const { origin } = ctx.settings;
  const rows = await readAsSystem(ctx, (db) =>
    selectEntries(
      db,
      and(
        feed.side === "client"
          ? bookedBy(db, feed)
          : eq(appointments.professionalId, feed.professionalId ?? ""),
        gte(appointments.startsAt, new Date(now - BACK_MS)),
        told(now),
      ),
    )
      .orderBy(desc(appointments.startsAt), desc(appointments.id))
      .limit(MOST),
  );
  const urlOf = ({ id, zone, startsAt }: (typeof rows)[number]) =>
    feed.side === "client"
      ? `${origin}/m/${linkToken(ctx.settings, "manage", id)}`
      : `${origin}/dashboard/agenda?view=day&date=${dateOfDay(zoneOf(zone).dayAt(startsAt.getTime()))}`;
  const entries = rows.map((row) => ({ ...toFacts(row), url: urlOf(row) }));
  const { side: audience, locale, practice } = feed;
  const content = appointmentFeed(entries, { audience, locale, origin, name: practice ?? "" });
  return { content };
}

/** Whose calendar it is. By the feed's id first, which leads to one row in all tables after it. */
async function findFeed(db: Db | Tx, id: string) {
  const [feed] = await db
    .select({ side: calendarFeeds.side, userId: calendarFeeds.userId })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.id, id));
  if (!feed) return null;
  const [owner] = await db
    .select({
      email: users.email,
      locale: users.locale,
      professionalId: professionals.id,
      practice: professionals.name,
    })
    .from(users)
    .leftJoin(professionals, eq(professionals.userId, users.id))
    .where(eq(users.id, feed.userId));
  return owner ? { ...feed, ...owner } : null;
}
