import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOCALES } from "../packages/shared/src/kernel/wire.ts";
import { definitionsIn } from "../packages/shared/src/messaging/definitions.ts";
import { templatesPage } from "./whatsapp/page.ts";
import { compare, write } from "./whatsapp/register.ts";

// `pnpm whatsapp:templates [--write | --page]`: what WhatsApp has registered against what Odys sends.

const PAGE = join(import.meta.dirname, "../docs/whatsapp-templates.md");
const say = (line: string) => console.log(line);

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

if (process.argv.includes("--page")) {
  writeFileSync(PAGE, templatesPage());
  say(`written: ${PAGE}`);
} else {
  const account = {
    api: process.env.WHATSAPP_API_URL ?? "https://graph.facebook.com/v23.0",
    id: needed("WHATSAPP_BUSINESS_ACCOUNT_ID"),
    token: needed("WHATSAPP_TOKEN"),
  };
  const wanted = LOCALES.flatMap(definitionsIn);
  const findings = await compare(account, wanted);
  for (const { name, language, is, status } of findings)
    say(`${is.padEnd(8)} ${language.padEnd(6)} ${name} ${status ?? ""}`.trimEnd());
  const open = findings.filter(({ is }) => is !== "same").length;
  if (open === 0) say("Nothing to do");
  else if (process.argv.includes("--write")) {
    await write(account, wanted, findings);
    say(`${open} written; WhatsApp reviews them`);
  } else say(`${open} to write: run it with --write`);
}
