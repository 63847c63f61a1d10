import { professionals } from "@odys/db/schema/accounts";
import type { Done, SuspendInput } from "@odys/shared/admin/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { eq } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { asAdmin } from "./queries.ts";

/**
 * Closes a practice's page, or gives another reason why it is closed. Waits for the bookings that are
 * under way; when it answers, none comes any more. NOT_FOUND.
 */
export async function suspendProfessional(
  ctx: UserCtx,
  { id, reason }: SuspendInput,
): Promise<Done> {
  await ctx.auth.confirm(ctx);
  return asAdmin(ctx, async (tx) => {
    const now = new Date(ctx.clock.now());
    // Stronger than the update's own lock: this one waits for those that `refuse_suspended` holds.
    const [practice] = await tx
      .select({ suspendedAt: professionals.suspendedAt })
      .from(professionals)
      .where(eq(professionals.id, id))
      .for("update");
    if (!practice) throw new DomainError("NOT_FOUND");
    await tx
      .update(professionals)
      .set({
        suspendedAt: practice.suspendedAt ?? now,
        suspendedReason: reason,
        updatedAt: now,
      })
      .where(eq(professionals.id, id));
    return { ok: true };
  });
}
