import type { Locale } from "../kernel/wire.ts";
import { type ComposedMail, composeMail } from "./compose.ts";
import type { MessageButton } from "./delivery.ts";
import type { AnyParams, MessageParams, Wording } from "./params.ts";
import { addressable } from "./plain.ts";
import { isForClient, isReminder, type Template } from "./templates.ts";
import { sayFully, sayWhen } from "./when.ts";
import { bodyOf, fillBody, paramsOfBody, registeredName } from "./whatsapp-body.ts";
import { valuesFor } from "./whatsapp-values.ts";
import { findCopy } from "./words/find-copy.ts";
import { LABELS } from "./words/labels.ts";

const NO_WORDING: Wording = { opening: "", closing: "" };

/** The mail that `template` names, in the reader's language. TypeError when `url` is not http(s). */
export function renderMail<T extends Template>(
  template: T,
  locale: Locale,
  params: MessageParams<T>,
  wording: Wording = NO_WORDING,
): ComposedMail {
  const labels = LABELS[locale];
  const told: AnyParams = params;
  const { professionalName: who, serviceName: service = "", zone = "UTC", startsAt } = told;
  const forClient = isForClient(template);
  const client = forClient ? addressable(told.clientName) : told.clientName;
  const { amount = "", text = "", pending = false } = told;
  const when = startsAt === undefined ? "" : sayWhen(startsAt, zone, locale);
  const words = { who, client, service, when, amount, text, pending };
  const { subject, heading, paragraphs, action } = findCopy(template, locale, words);
  return composeMail(locale, {
    subject,
    onBehalfOf: forClient ? who : null,
    heading: forClient ? `${hello(labels.hello, client)}${heading}` : heading,
    paragraphs: [wording.opening, ...paragraphs, wording.closing].filter((part) => part !== ""),
    facts: factsOf(locale, told, forClient ? "" : client),
    action: { label: action, url: told.url },
    why: forClient
      ? labels.why[template === "registrationInvite" ? "invited" : "client"](who)
      : labels.why.professional,
  });
}

/** What a WhatsApp message is sent as: the text, what can be tapped, and the registered template that says it. */
export type WhatsAppText = {
  text: string;
  buttons: MessageButton[];
  template: { name: string; locale: Locale; params: string[] };
};

/**
 * The WhatsApp message that `template` names: framed as one of the system, at most 1024 characters,
 * with every value as plain words. TypeError when `url` is not http(s).
 */
export function renderWhatsApp<T extends Template>(
  template: T,
  locale: Locale,
  params: MessageParams<T>,
  wording: Wording = NO_WORDING,
): WhatsAppText {
  const told: AnyParams = params;
  if (!/^https?:\/\/[\x21-\x7e]+$/.test(told.url) || told.url.length > 300)
    throw new TypeError("a link in a message is http or https");
  const pending = told.pending ?? false;
  const body = bodyOf(template, locale, pending);
  const values = valuesFor(template, locale, body, told, wording);
  return {
    text: fillBody(body, values),
    buttons: isReminder(template) ? answersTo(told.appointmentId ?? "", locale) : [],
    template: {
      name: registeredName(template, pending),
      locale,
      params: paramsOfBody(body, values),
    },
  };
}

/** What a reminder can be answered with; the ids come back when it is tapped. */
function answersTo(appointmentId: string, locale: Locale): MessageButton[] {
  return LABELS[locale].answers.map(({ verb, title }) => ({
    id: `${verb}:${appointmentId}`,
    title,
  }));
}

function factsOf(
  locale: Locale,
  { serviceName, startsAt, movedFrom, zone = "UTC", ...params }: AnyParams,
  client: string,
): (readonly [string, string])[] {
  if (startsAt === undefined) return [];
  const values = [
    serviceName ?? "",
    sayFully(startsAt, zone, locale),
    movedFrom === undefined ? "" : sayWhen(movedFrom, zone, locale),
    params.duration ?? "",
    params.amount || params.price || "",
    params.placeDetail ?? "",
    client,
    params.reason ?? "",
  ];
  return LABELS[locale].facts.map((label, index) => [label, values[index] ?? ""] as const);
}

function hello(word: string, name: string): string {
  return name === "" ? `${word}, ` : `${word}, ${name}: `;
}
