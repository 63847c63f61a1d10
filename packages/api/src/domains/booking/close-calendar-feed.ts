import { calendarFeeds } from "@odys/db/schema/booking";
import type { CalendarFeed, CalendarFeedInput } from "@odys/shared/booking/calendar-schema";
import type { UserCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { assertSide, ownFeed, toFeed } from "./feed-queries.ts";

/**
 * Gives the address up: calendars that read it find nothing there any more. Twice is no error.
 * ONBOARDING_REQUIRED, EMAIL_NOT_VERIFIED for the side that somebody does not have.
 */
export function closeCalendarFeed(
  ctx: UserCtx,
  { side }: CalendarFeedInput,
): Promise<CalendarFeed> {
  assertSide(ctx, side);
  return withTransaction(ctx, async (tx) => {
    await tx.delete(calendarFeeds).where(ownFeed(ctx, side));
    return toFeed(ctx, undefined);
  });
}
