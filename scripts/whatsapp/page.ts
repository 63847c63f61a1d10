import { type Definition, definitionsIn } from "../../packages/shared/src/messaging/definitions.ts";
import { LOCALES } from "../../packages/shared/src/kernel/wire.ts";

/** docs/whatsapp-templates.md: every template as it is registered. */
export function templatesPage(): string {
  return `# WhatsApp templates

Outside of the 24 hours after somebody's last message, WhatsApp's Cloud API sends registered templates
only. These are the ones that Odys uses, made from the same words as the messages themselves
(\`packages/shared/src/messaging/words/\`); \`pnpm whatsapp:templates --page\` writes this page.

\`pnpm whatsapp:templates\` compares them with the account of \`WHATSAPP_BUSINESS_ACCOUNT_ID\` and changes
nothing; \`--write\` registers what is missing and changes what is otherwise. It needs \`WHATSAPP_TOKEN\`
with \`whatsapp_business_management\`. What was changed is reviewed again by WhatsApp before it is sent.

${LOCALES.flatMap((locale) => definitionsIn(locale).map(section)).join("\n")}`;
}

function section({ name, language, category, components }: Definition): string {
  const lines = components.flatMap((part) =>
    part.type === "BODY"
      ? [
          "```text",
          part.text,
          "```",
          "",
          ...part.example.body_text[0].map((value, index) => `${index + 1}. ${value}`),
        ]
      : ["", `Quick replies: ${part.buttons.map(({ text }) => text).join(" · ")}`],
  );
  return [`## ${name} (${language}, ${category.toLowerCase()})`, "", ...lines, ""].join("\n");
}
