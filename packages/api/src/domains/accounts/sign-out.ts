import type { Done } from "@odys/shared/accounts/schema";
import type { Ctx } from "../../kernel/ctx.ts";

/** Ends the session that the request came with; without one there is nothing to do. */
export async function signOut(ctx: Ctx): Promise<Done> {
  await ctx.auth.signOut(ctx);
  return { ok: true };
}
