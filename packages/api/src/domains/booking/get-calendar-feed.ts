import { calendarFeeds } from "@odys/db/schema/booking";
import type { CalendarFeed, CalendarFeedInput } from "@odys/shared/booking/calendar-schema";
import type { UserCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { assertSide, feedColumns, ownFeed, toFeed } from "./feed-queries.ts";

/**
 * The secret address at which a calendar of one's own reads what is agreed, if there is one.
 * ONBOARDING_REQUIRED, EMAIL_NOT_VERIFIED for the side that somebody does not have.
 */
export function getCalendarFeed(ctx: UserCtx, { side }: CalendarFeedInput): Promise<CalendarFeed> {
  assertSide(ctx, side);
  return withTransaction(ctx, async (tx) => {
    const [row] = await tx.select(feedColumns).from(calendarFeeds).where(ownFeed(ctx, side));
    return toFeed(ctx, row);
  });
}
