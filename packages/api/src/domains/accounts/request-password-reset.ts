import type { Done, EmailInput } from "@odys/shared/accounts/schema";
import type { Ctx } from "../../kernel/ctx.ts";

/** Mails a link for choosing a new password if the address has an account; the answer does not say. */
export async function requestPasswordReset(ctx: Ctx, { email }: EmailInput): Promise<Done> {
  await ctx.auth.requestPasswordReset(ctx, email);
  return { ok: true };
}
