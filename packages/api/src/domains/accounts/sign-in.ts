import type { SignedIn, SignInInput } from "@odys/shared/accounts/schema";
import type { Ctx } from "../../kernel/ctx.ts";
import { signedInAs } from "./queries.ts";

/**
 * Begins a new session, which travels in the cookie. Throws INVALID_CREDENTIALS, or
 * EMAIL_NOT_VERIFIED to who knows the password.
 */
export async function signIn(ctx: Ctx, input: SignInInput): Promise<SignedIn> {
  // As it was normalised when it was chosen.
  const password = input.password.normalize("NFC");
  return signedInAs(await ctx.auth.signIn(ctx, { email: input.email, password }));
}
