import type { Account } from "@odys/shared/accounts/schema";
import type { Ctx } from "../../kernel/ctx.ts";
import { readAccount } from "./queries.ts";

/** Who is signed in, what they run, and what they may use; null for nobody. */
export async function getMe(ctx: Ctx): Promise<Account | null> {
  return ctx.actor.type === "user" ? readAccount({ ...ctx, actor: ctx.actor }) : null;
}
