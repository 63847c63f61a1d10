import { messageWordings } from "@odys/db/schema/messaging/deliveries";
import type { ResetWordingInput, TemplatePreview } from "@odys/shared/messaging/settings-schema";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { ownWording, readSender, toPreview } from "./wording-queries.ts";

/** Takes the practice's own words away again; where there are none, nothing changes. */
export function resetWording(
  ctx: ProfessionalCtx,
  { template, locale }: ResetWordingInput,
): Promise<TemplatePreview> {
  return withTransaction(ctx, async (tx) => {
    const [sender] = await Promise.all([
      readSender(tx, ctx),
      tx.delete(messageWordings).where(ownWording(ctx, { template, locale })),
    ]);
    return toPreview(template, locale, sender, null);
  });
}
