import type { Tx } from "@odys/db/client";
import { professionals } from "@odys/db/schema/accounts";
import { messageWordings } from "@odys/db/schema/messaging/deliveries";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Locale } from "@odys/shared/kernel/wire";
import type { Wording } from "@odys/shared/messaging/params";
import { renderMail, renderWhatsApp } from "@odys/shared/messaging/render";
import { sampleParams } from "@odys/shared/messaging/samples";
import type { TemplatePreview } from "@odys/shared/messaging/settings-schema";
import type { ClientTemplate } from "@odys/shared/messaging/templates";
import { and, eq, type SQL } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";

/** The caller's own words around one message in one language. */
export function ownWording(
  { professionalId }: ProfessionalCtx,
  { template, locale }: { template: ClientTemplate; locale: Locale },
): SQL | undefined {
  return and(
    eq(messageWordings.professionalId, professionalId),
    eq(messageWordings.template, template),
    eq(messageWordings.locale, locale),
  );
}

/** In whose name previews are written. NOT_FOUND. */
export async function readSender(
  tx: Tx,
  { professionalId }: ProfessionalCtx,
): Promise<{ professionalName: string; zone: string; locale: Locale }> {
  const [row] = await tx
    .select({
      professionalName: professionals.name,
      zone: professionals.zone,
      locale: professionals.locale,
    })
    .from(professionals)
    .where(eq(professionals.id, professionalId));
  if (!row) throw new DomainError("NOT_FOUND");
  return row;
}

/** A message as the practice's clients would get it, about somebody made up. */
export function toPreview(
  template: ClientTemplate,
  locale: Locale,
  { professionalName, zone }: { professionalName: string; zone: string },
  wording: Wording | null,
): TemplatePreview {
  const params = { ...sampleParams(template, locale), professionalName, zone };
  const words = wording ?? undefined;
  const { text, buttons } = renderWhatsApp(template, locale, params, words);
  return {
    template,
    locale,
    wording,
    whatsapp: { text, buttons: buttons.map(({ title }) => title) },
    mail: renderMail(template, locale, params, words),
  };
}
