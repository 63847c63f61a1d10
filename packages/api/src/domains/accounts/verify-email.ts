import type { SignedIn, TokenInput } from "@odys/shared/accounts/schema";
import type { Ctx } from "../../kernel/ctx.ts";
import { signedInAs } from "./queries.ts";

/** Uses up a confirmation link and signs in. Throws LINK_EXPIRED. */
export async function verifyEmail(ctx: Ctx, { token }: TokenInput): Promise<SignedIn> {
  return signedInAs(await ctx.auth.verifyEmail(ctx, token));
}
