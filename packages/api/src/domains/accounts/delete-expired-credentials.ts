import { authSessions, authVerifications } from "@odys/db/schema/accounts";
import { lte } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";

/** Takes away sessions and mailed links that have run out: they open nothing, and would only pile up. */
export async function deleteExpiredCredentials(ctx: Ctx): Promise<void> {
  const now = new Date(ctx.clock.now());
  await withSystemTransaction(ctx, async (tx) => {
    await Promise.all([
      tx.delete(authSessions).where(lte(authSessions.expiresAt, now)),
      tx.delete(authVerifications).where(lte(authVerifications.expiresAt, now)),
    ]);
  });
}
