import { messageWordings } from "@odys/db/schema/messaging/deliveries";
import type { SetWordingInput, TemplatePreview } from "@odys/shared/messaging/settings-schema";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { readSender, toPreview } from "./wording-queries.ts";

/**
 * Puts the practice's own words around a message. What it has to say stays as it is, and what is
 * under way already goes out with the words of when it is sent.
 */
export function setWording(
  ctx: ProfessionalCtx,
  { template, locale, ...wording }: SetWordingInput,
): Promise<TemplatePreview> {
  const { professionalId } = ctx;
  const updatedAt = new Date(ctx.clock.now());
  return withTransaction(ctx, async (tx) => {
    const [sender] = await Promise.all([
      readSender(tx, ctx),
      tx
        .insert(messageWordings)
        .values({ professionalId, template, locale, ...wording, updatedAt })
        .onConflictDoUpdate({
          target: [
            messageWordings.professionalId,
            messageWordings.template,
            messageWordings.locale,
          ],
          set: { ...wording, updatedAt },
        }),
    ]);
    return toPreview(template, locale, sender, wording);
  });
}
