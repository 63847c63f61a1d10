import type { Locale } from "../kernel/wire.ts";
import type { AnyParams, Wording } from "./params.ts";
import { clip, firstName, isLink, placeForWhatsApp, plainForWhatsApp } from "./plain.ts";
import { isForClient, type Template } from "./templates.ts";
import { sayFully, sayWhen } from "./when.ts";
import { fillBody, type Slot } from "./whatsapp-body.ts";
import { findCopy } from "./words/find-copy.ts";
import { LABELS } from "./words/labels.ts";

/** What WhatsApp takes as the body of a template or of a message with buttons. */
const MAX_BODY = 1024;

/** What people typed, ready to stand in a message, each at most so long as is of use there. */
function readTyped(params: AnyParams, { opening, closing }: Wording) {
  return {
    who: clip(plainForWhatsApp(params.professionalName), 60),
    client: clip(plainForWhatsApp(params.clientName), 60),
    first: plainForWhatsApp(firstName(params.clientName)),
    service: clip(plainForWhatsApp(params.serviceName ?? ""), 60),
    amount: clip(plainForWhatsApp(params.amount ?? ""), 30),
    text: clip(plainForWhatsApp(params.text ?? ""), 600),
    duration: clip(plainForWhatsApp(params.duration ?? ""), 30),
    price: clip(plainForWhatsApp(params.price ?? ""), 30),
    place: cutPlace(placeForWhatsApp(params.placeDetail ?? ""), 300),
    reason: clip(plainForWhatsApp(params.reason ?? ""), 300),
    opening: plainForWhatsApp(opening),
    closing: plainForWhatsApp(closing),
  };
}
type Typed = ReturnType<typeof readTyped>;

/** What gives way where all of it would be too long, what can be missed most first. */
const GIVES_WAY = ["text", "reason", "place", "service", "closing", "opening"] as const;
const LEAST = 24;

/** The value of each slot such that `body` with them is no longer than WhatsApp takes. */
export function valuesFor(
  template: Template,
  locale: Locale,
  body: string,
  params: AnyParams,
  wording: Wording,
): Record<Slot, string> {
  const typed = readTyped(params, wording);
  let values = fillSlots(template, locale, params, typed);
  for (const key of GIVES_WAY) {
    const over = fillBody(body, values).length - MAX_BODY;
    if (over <= 0) break;
    const room = Math.max(LEAST, typed[key].length - over);
    typed[key] = key === "place" ? cutPlace(typed.place, room) : clip(typed[key], room);
    values = fillSlots(template, locale, params, typed);
  }
  return values;
}

function fillSlots(
  template: Template,
  locale: Locale,
  { startsAt, movedFrom, zone = "UTC", pending = false, url }: AnyParams,
  typed: Typed,
): Record<Slot, string> {
  const labels = LABELS[locale];
  const when = startsAt === undefined ? "" : sayFully(startsAt, zone, locale);
  const { who, client, first, service, amount, text, opening, closing, reason } = typed;
  const words = { who, client, service, when, amount, text };
  const details = [
    service,
    typed.duration,
    amount === "" ? typed.price : amount,
    typed.place,
    movedFrom === undefined ? "" : `${labels.before}: ${sayWhen(movedFrom, zone, locale)}`,
    reason === "" ? "" : `${labels.reason}: ${reason}`,
  ];
  const note = isForClient(template)
    ? findCopy(template, locale, { ...words, pending }).paragraphs
    : [];
  const hello = first === "" ? `${labels.hello}!` : `${labels.hello}, ${first}!`;
  return {
    ...words,
    hello: joined([hello, opening], " "),
    details: joined(details, " · "),
    note: joined([...note, closing], " "),
    url,
  };
}

const joined = (parts: readonly string[], between: string) =>
  parts.filter((part) => part !== "").join(between);

/** Half a link leads nowhere. */
function cutPlace(place: string, max: number): string {
  if (place.length <= max) return place;
  return place.split(" ").some(isLink) ? "" : clip(place, max);
}
