import { users } from "@odys/db/schema/accounts";
import type { Done, IdInput } from "@odys/shared/admin/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { eq } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { recordAccess } from "../ops/index.ts";
import { asAdmin } from "./queries.ts";

/** Ends every session of a person, one's own too if it is oneself. NOT_FOUND. */
export async function signOutUser(ctx: UserCtx, { id }: IdInput): Promise<Done> {
  await ctx.auth.confirm(ctx);
  await asAdmin(ctx, async (tx, inner) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, id));
    if (!user) throw new DomainError("NOT_FOUND");
    // Before it is done: what was tried is then known, also when the auth server fails.
    await recordAccess(inner, { table: "users", row: id, operation: "sign_out" });
  });
  await ctx.auth.endSessions(ctx, id);
  return { ok: true };
}
