import type { Done, RevokeDeviceInput } from "@odys/shared/accounts/schema";
import type { UserCtx } from "../../kernel/ctx.ts";

/** Ends one of one's own sessions; the current one may be it. Throws NOT_FOUND for any other. */
export async function revokeDevice(ctx: UserCtx, { id }: RevokeDeviceInput): Promise<Done> {
  await ctx.auth.revokeDevice(ctx, id);
  // What these sessions have open is asked for again, and so refused.
  ctx.live.announce(`sessions:${ctx.actor.userId}`);
  return { ok: true };
}
