import type { Locale } from "../kernel/wire.ts";
import { isForClient, isReminder, isWithoutAppointment, type Template } from "./templates.ts";
import { findCopy } from "./words/find-copy.ts";
import { LABELS } from "./words/labels.ts";

/** Where a value goes in a message: one place, one parameter of the registered template. */
export type Slot =
  | "who"
  | "client"
  | "service"
  | "when"
  | "amount"
  | "text"
  | "hello"
  | "details"
  | "note"
  | "url";

// Control characters: nothing that a person types survives as one.
const mark = (slot: Slot) => `\u0001${slot}\u0002`;
const MARKS = /\u0001(\w+)\u0002/g;

const inBody = {
  who: mark("who"),
  client: mark("client"),
  service: mark("service"),
  when: mark("when"),
  amount: mark("amount"),
  text: mark("text"),
};

/**
 * A template's whole text with marks where values go. It depends on nothing but these three, so that
 * it can be registered at WhatsApp as it is. Neither its first nor its last words are a value, and no two
 * values stand side by side: such ones are refused.
 */
export function bodyOf(template: Template, locale: Locale, pending: boolean): string {
  const labels = LABELS[locale];
  const { heading, paragraphs, action } = findCopy(template, locale, { ...inBody, pending });
  const forClient = isForClient(template);
  const invited = template === "registrationInvite";
  const why = forClient ? labels.whyShort[invited ? "invited" : "client"] : labels.why.professional;
  const [service, when] = labels.facts;
  return [
    `_${forClient ? labels.behalf(mark("who")) : labels.own}_`,
    [forClient ? mark("hello") : "", `*${capital(heading)}*`].filter(Boolean).join("\n"),
    // A practice's own words stand around it, so that it is a value as a whole.
    forClient ? mark("note") : paragraphs.join(" "),
    isWithoutAppointment(template)
      ? ""
      : `*${when}:* ${mark("when")}\n*${service}:* ${mark("details")}`,
    isReminder(template) ? labels.numbered : "",
    `${action}: ${mark("url")}`,
    `_${why}_`,
  ]
    .filter((block) => block !== "")
    .join("\n\n");
}

/** The body with its values in their places. */
export function fillBody(body: string, values: Record<Slot, string>): string {
  return body.replace(MARKS, (_, slot: Slot) => valueOf(values, slot));
}

/** The values in the order in which the registered template numbers them. */
export function paramsOfBody(body: string, values: Record<Slot, string>): string[] {
  return [...body.matchAll(MARKS)].map(([, slot]) => valueOf(values, slot as Slot));
}

/** A parameter that is empty would have the whole message refused. */
function valueOf(values: Record<Slot, string>, slot: Slot): string {
  return values[slot] || "–";
}

/** The body as WhatsApp wants it registered: `{{1}}`, `{{2}}` and so on. */
export function numberedBody(body: string): string {
  let count = 0;
  return body.replace(MARKS, () => `{{${++count}}}`);
}

/**
 * The name under which a template is registered: lower case, digits and underscores. What waits for
 * the professional's yes has an own text, and so an own name.
 */
export function registeredName(template: Template, pending: boolean): string {
  const snake = template.replace(/(?<=[a-z])(?=[A-Z\d])/g, "_").toLowerCase();
  return `odys_${snake}${pending && hasPending(template) ? "_asked" : ""}`;
}

/** Whether it says something else while the new time waits. */
export function hasPending(template: Template): boolean {
  return template === "appointmentMovedToClient" || template === "appointmentMovedToPro";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
