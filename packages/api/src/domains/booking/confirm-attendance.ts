import { appointments } from "@odys/db/schema/booking";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq, gt, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { announce, withSystemTransaction } from "../../kernel/transaction.ts";

/**
 * Notes that the client said, asked by a reminder, that they will come. Twice is not an error: the
 * first time counts. INVALID_TRANSITION when it is not confirmed or has begun. The caller has made
 * sure that it is the client who says so.
 */
export async function confirmAttendance(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const now = new Date(ctx.clock.now());
  await withSystemTransaction(ctx, async (tx, inner) => {
    const [row] = await tx
      .update(appointments)
      .set({
        attendanceConfirmedAt: sql`coalesce(${appointments.attendanceConfirmedAt}, ${now.toISOString()}::timestamptz)`,
        updatedAt: now,
      })
      .where(
        and(
          eq(appointments.id, id),
          eq(appointments.status, "confirmed"),
          gt(appointments.startsAt, now),
        ),
      )
      .returning({ professionalId: appointments.professionalId });
    if (!row) throw new DomainError("INVALID_TRANSITION");
    announce(inner, `professional:${row.professionalId}`);
  });
}
