import { isCommonPassword } from "@odys/shared/accounts/common-passwords";
import type { Done, ResetPasswordInput } from "@odys/shared/accounts/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Ctx } from "../../kernel/ctx.ts";

/** Uses up a reset link and ends every session of the account. Throws PASSWORD_TOO_COMMON, LINK_EXPIRED. */
export async function resetPassword(ctx: Ctx, input: ResetPasswordInput): Promise<Done> {
  // Before the link is used up, so that it is still good for a better password.
  if (isCommonPassword(input.password)) throw new DomainError("PASSWORD_TOO_COMMON");
  await ctx.auth.resetPassword(ctx, input);
  return { ok: true };
}
