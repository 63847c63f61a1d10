import { users } from "@odys/db/schema/accounts";
import type { Account, UpdateMeInput } from "@odys/shared/accounts/schema";
import { eq } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { readAccount } from "./queries.ts";

/** Changes one's own name and language. */
export async function updateMe(ctx: UserCtx, input: UpdateMeInput): Promise<Account> {
  const { actor } = ctx;
  // A caller in process may name a field and leave it undefined.
  const { name = actor.name, locale = actor.locale } = input;
  return withTransaction(ctx, async (tx, inner) => {
    const updatedAt = new Date(ctx.clock.now());
    const [, account] = await Promise.all([
      tx.update(users).set({ name, locale, updatedAt }).where(eq(users.id, actor.userId)),
      readAccount({ ...inner, actor: { ...actor, name, locale } }),
    ]);
    return account;
  });
}
