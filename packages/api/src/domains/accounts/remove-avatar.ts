import type { Done } from "@odys/shared/accounts/schema";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { swapAvatar } from "./queries.ts";

/** Takes the practice's picture away; initials stand in its place. Without one it is no error. */
export async function removeAvatar(ctx: ProfessionalCtx): Promise<Done> {
  await withTransaction(ctx, (_, inner) => swapAvatar(inner, ctx.professionalId, null));
  return { ok: true };
}
