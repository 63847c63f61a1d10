import { availabilityExceptions } from "@odys/db/schema/booking";
import type { ExceptionList, SetExceptionInput } from "@odys/shared/booking/rules-schema";
import { dateOfDay, dayOfDate, minuteOfTime } from "@odys/shared/kernel/calendar";
import { newId } from "@odys/shared/kernel/ids";
import { sql } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { exceptionColumns, toException } from "./rules-queries.ts";

/**
 * Gives every date of a range these hours, or none, in place of the week's and of a holiday's. What
 * is booked there stays: `checkException` says beforehand what that is.
 */
export function setException(
  ctx: ProfessionalCtx,
  { from, to, windows, note }: SetExceptionInput,
): Promise<ExceptionList> {
  const { professionalId } = ctx;
  const now = new Date(ctx.clock.now());
  const ranges = windows.map((w) => `[${minuteOfTime(w.startTime)},${minuteOfTime(w.endTime)})`);
  const rows: (typeof availabilityExceptions.$inferInsert)[] = [];
  for (let day = dayOfDate(from); day <= dayOfDate(to); day++)
    rows.push({
      id: newId(),
      professionalId,
      date: dateOfDay(day),
      windows: `{${ranges.join(",")}}`,
      note,
      createdAt: now,
      updatedAt: now,
    });
  return withTransaction(ctx, async (tx) => {
    const set = await tx
      .insert(availabilityExceptions)
      // In the order of dates, so that two ranges at once wait for each other in one direction only.
      .values(rows)
      .onConflictDoUpdate({
        target: [availabilityExceptions.professionalId, availabilityExceptions.date],
        set: {
          windows: sql`excluded.windows`,
          note: sql`excluded.note`,
          updatedAt: sql`excluded.updated_at`,
        },
      })
      .returning(exceptionColumns);
    return { exceptions: set.map(toException) };
  });
}
