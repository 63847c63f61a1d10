import type { Done } from "@odys/shared/accounts/schema";
import type { Ctx } from "../../kernel/ctx.ts";

/** Ends the session that the request came with; without one there is nothing to do. */
export async function signOut(ctx: Ctx): Promise<Done> {
  await ctx.auth.signOut(ctx);
  if (ctx.actor.type === "user") ctx.live.announce(`sessions:${ctx.actor.userId}`);
  return { ok: true };
}
