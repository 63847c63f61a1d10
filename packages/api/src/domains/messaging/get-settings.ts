import type { MessageSettings } from "@odys/shared/messaging/settings-schema";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { readSettings } from "./settings-queries.ts";

/** How the caller's practice has its messages sent, and what they have cost this month. */
export function getSettings(ctx: ProfessionalCtx): Promise<MessageSettings> {
  return withTransaction(ctx, (tx) => readSettings(tx, ctx));
}
