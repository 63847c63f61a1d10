import { users } from "@odys/db/schema/accounts";
import { clients } from "@odys/db/schema/clients";
import { and, eq, isNull } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";

/**
 * Links the client rows that carry a user's e-mail, at any number of professionals, to that user.
 * Only a verified address links anything, whatever the event said; rows that are linked already
 * stay as they are. Returns how many were linked; a second run links none.
 */
export async function linkUser(ctx: Ctx, { userId }: { userId: string }): Promise<number> {
  return withSystemTransaction(ctx, async (tx) => {
    // Held until the commit, so that the address cannot change meanwhile.
    const [user] = await tx
      .select({ email: users.email })
      .from(users)
      .where(and(eq(users.id, userId), eq(users.emailVerified, true)))
      .for("share");
    if (!user) return 0;
    const linked = await tx
      .update(clients)
      .set({ userId, updatedAt: new Date(ctx.clock.now()) })
      .where(and(isNull(clients.userId), eq(clients.email, user.email)))
      .returning({ id: clients.id });
    return linked.length;
  });
}
