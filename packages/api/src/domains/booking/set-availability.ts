import { availability } from "@odys/db/schema/booking";
import type { Availability, SetAvailabilityInput } from "@odys/shared/booking/schema";
import { DomainError, isDomainError } from "@odys/shared/kernel/errors";
import { eq, sql } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { lockOf, readWeek, windowRow } from "./queries.ts";

/**
 * Replaces the whole week. What is booked stays, also where the new hours leave it out.
 * VALIDATION_ERROR with `fields.windows: ["overlap"]` when two windows of a day overlap.
 */
export async function setAvailability(
  ctx: ProfessionalCtx,
  { windows }: SetAvailabilityInput,
): Promise<Availability> {
  const { professionalId } = ctx;
  const rows = windows.map((window) => windowRow(professionalId, window));
  try {
    return await withTransaction(ctx, async (tx) => {
      await Promise.all([
        // Of two that save at once the second waits here, and then sees the week that it replaces.
        tx.execute(lockOf("week", professionalId)),
        tx.delete(availability).where(eq(availability.professionalId, professionalId)),
        rows.length > 0 ? tx.insert(availability).values(rows) : undefined,
        // The constraint waits for the end of the transaction; asked now, it answers with its name.
        tx.execute(sql`set constraints availability_no_overlap immediate`),
      ]);
      return readWeek(tx, professionalId);
    });
  } catch (error) {
    if (isDomainError(error) && error.code === "VALIDATION_ERROR")
      throw new DomainError(
        "VALIDATION_ERROR",
        { fields: { windows: ["overlap"] } },
        { cause: error },
      );
    throw error;
  }
}
