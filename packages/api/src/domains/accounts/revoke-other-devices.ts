import type { Done } from "@odys/shared/accounts/schema";
import type { UserCtx } from "../../kernel/ctx.ts";

/** Ends all of one's own sessions but the current one. */
export async function revokeOtherDevices(ctx: UserCtx): Promise<Done> {
  await ctx.auth.revokeOtherDevices(ctx);
  // What these sessions have open is asked for again, and so refused.
  ctx.live.announce(`sessions:${ctx.actor.userId}`);
  return { ok: true };
}
