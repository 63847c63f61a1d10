import { isCommonPassword } from "@odys/shared/accounts/common-passwords";
import type { Done, RegisterInput } from "@odys/shared/accounts/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Ctx } from "../../kernel/ctx.ts";

/**
 * Starts a registration; a confirmation link is mailed. Known and unknown addresses get the same
 * answer. Throws PASSWORD_TOO_COMMON.
 */
export async function register(ctx: Ctx, input: RegisterInput): Promise<Done> {
  if (isCommonPassword(input.password, [input.email, input.name]))
    throw new DomainError("PASSWORD_TOO_COMMON");
  await ctx.auth.register(ctx, { ...input, locale: ctx.locale });
  return { ok: true };
}
