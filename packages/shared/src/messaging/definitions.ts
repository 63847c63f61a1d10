import type { Locale } from "../kernel/wire.ts";
import { renderWhatsApp } from "./render.ts";
import { sampleParams } from "./samples.ts";
import { isReminder, type Template, TEMPLATES } from "./templates.ts";
import { bodyOf, hasPending, numberedBody, registeredName } from "./whatsapp-body.ts";
import { LABELS } from "./words/labels.ts";

/** WhatsApp's names of our languages. */
const LANGUAGE_CODES: Record<Locale, string> = { "pt-BR": "pt_BR", en: "en" };

/** A template as the Cloud API registers it: `POST /{WABA-ID}/message_templates` takes it as it is. */
export type Definition = {
  name: string;
  language: string;
  category: "UTILITY" | "MARKETING";
  components: (
    | { type: "BODY"; text: string; example: { body_text: [string[]] } }
    | { type: "BUTTONS"; buttons: { type: "QUICK_REPLY"; text: string }[] }
  )[];
};

/** What has to be registered at WhatsApp so that `template` can be sent while nobody has written for a day. */
export function definitionOf(template: Template, locale: Locale, pending = false): Definition {
  const { template: sent } = renderWhatsApp(template, locale, {
    ...sampleParams(template, locale),
    pending,
  });
  const buttons = LABELS[locale].answers.map(({ title }) => ({
    type: "QUICK_REPLY" as const,
    text: title,
  }));
  return {
    name: registeredName(template, pending),
    language: LANGUAGE_CODES[locale],
    // An invitation is about nothing that the reader has asked for.
    category: template === "registrationInvite" ? "MARKETING" : "UTILITY",
    components: [
      {
        type: "BODY",
        text: numberedBody(bodyOf(template, locale, pending)),
        example: { body_text: [sent.params] },
      },
      ...(isReminder(template) ? [{ type: "BUTTONS" as const, buttons }] : []),
    ],
  };
}

/** Everything that is registered in one language. */
export function definitionsIn(locale: Locale): Definition[] {
  return TEMPLATES.flatMap((template) => {
    const plain = definitionOf(template, locale);
    return hasPending(template) ? [plain, definitionOf(template, locale, true)] : [plain];
  });
}
