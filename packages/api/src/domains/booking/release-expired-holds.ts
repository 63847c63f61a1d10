import { appointments } from "@odys/db/schema/booking";
import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";

/** Of one run; what is left is for the next one, a minute later. */
const MOST = 500;

/**
 * Lets go of holds that have run out, so that agendas show what is free. Whoever wants such a time
 * does not wait for this (migrations, `app.claim_range`), nor does this wait for them.
 */
export async function releaseExpiredHolds(ctx: Ctx): Promise<void> {
  const now = new Date(ctx.clock.now());
  await withSystemTransaction(ctx, async (tx, inner) => {
    const due = tx
      .select({ id: appointments.id })
      .from(appointments)
      .where(and(eq(appointments.status, "held"), lte(appointments.heldUntil, now)))
      .orderBy(asc(appointments.heldUntil))
      .limit(MOST)
      .for("update", { skipLocked: true });
    const released = await tx
      .update(appointments)
      .set({ status: "expired", updatedAt: now })
      .where(inArray(appointments.id, due))
      .returning({ appointmentId: appointments.id, professionalId: appointments.professionalId });
    for (const about of released)
      await emit(inner, "booking.appointment_changed", {
        ...about,
        from: "held",
        to: "expired",
        by: "system",
      });
  });
}
