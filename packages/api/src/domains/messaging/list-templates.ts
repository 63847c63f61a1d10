import { messageWordings } from "@odys/db/schema/messaging/deliveries";
import type { ListTemplatesInput, TemplatePreview } from "@odys/shared/messaging/settings-schema";
import { CLIENT_TEMPLATES } from "@odys/shared/messaging/templates";
import { eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { readSender, toPreview } from "./wording-queries.ts";

/** Every message that the practice's clients can get, as it reads with the practice's own words. */
export async function listTemplates(
  ctx: ProfessionalCtx,
  { locale }: ListTemplatesInput,
): Promise<{ items: TemplatePreview[] }> {
  const [sender, own] = await withTransaction(ctx, (tx) =>
    Promise.all([
      readSender(tx, ctx),
      tx
        .select({
          template: messageWordings.template,
          locale: messageWordings.locale,
          wording: { opening: messageWordings.opening, closing: messageWordings.closing },
        })
        .from(messageWordings)
        .where(eq(messageWordings.professionalId, ctx.professionalId)),
    ]),
  );
  const read = locale ?? sender.locale;
  const wordingOf = (template: string) =>
    own.find((row) => row.template === template && row.locale === read)?.wording ?? null;
  return {
    items: CLIENT_TEMPLATES.map((template) =>
      toPreview(template, read, sender, wordingOf(template)),
    ),
  };
}
