import type { Done, EmailInput } from "@odys/shared/accounts/schema";
import type { Ctx } from "../../kernel/ctx.ts";

/** Mails the confirmation link again if there is something to confirm; the answer does not say. */
export async function resendVerification(ctx: Ctx, { email }: EmailInput): Promise<Done> {
  await ctx.auth.resendVerification(ctx, email);
  return { ok: true };
}
