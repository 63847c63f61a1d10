import { professionals } from "@odys/db/schema/accounts";
import type { Done, IdInput } from "@odys/shared/admin/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { eq } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { asAdmin } from "./queries.ts";

/** Opens a practice's page again; of one that is open nothing changes. NOT_FOUND. */
export async function unsuspendProfessional(ctx: UserCtx, { id }: IdInput): Promise<Done> {
  await ctx.auth.confirm(ctx);
  return asAdmin(ctx, async (tx) => {
    const opened = await tx
      .update(professionals)
      .set({ suspendedAt: null, suspendedReason: null, updatedAt: new Date(ctx.clock.now()) })
      .where(eq(professionals.id, id))
      .returning({ id: professionals.id });
    if (opened.length === 0) throw new DomainError("NOT_FOUND");
    return { ok: true };
  });
}
