import { calendarFeeds } from "@odys/db/schema/booking";
import type { CalendarFeed, CalendarFeedInput } from "@odys/shared/booking/calendar-schema";
import { newId } from "@odys/shared/kernel/ids";
import { sql } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { assertSide, feedColumns, toFeed } from "./feed-queries.ts";

/**
 * Makes the address, or another one in its place: from then on the old one leads nowhere.
 * ONBOARDING_REQUIRED, EMAIL_NOT_VERIFIED for the side that somebody does not have.
 */
export function renewCalendarFeed(
  ctx: UserCtx,
  { side }: CalendarFeedInput,
): Promise<CalendarFeed> {
  assertSide(ctx, side);
  const { userId } = ctx.actor;
  const createdAt = new Date(ctx.clock.now());
  return withTransaction(ctx, async (tx) => {
    const [row] = await tx
      .insert(calendarFeeds)
      .values({ id: newId(), userId, side, createdAt })
      .onConflictDoUpdate({
        target: [calendarFeeds.userId, calendarFeeds.side],
        set: { id: sql`excluded.id`, createdAt },
      })
      .returning(feedColumns);
    return toFeed(ctx, row);
  });
}
