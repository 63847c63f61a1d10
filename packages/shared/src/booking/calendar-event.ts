import type { Locale } from "../kernel/wire.ts";
import { type CalendarEvent, calendarFeed, calendarFile, calendarStatusOf } from "./ics.ts";
import type { AppointmentStatus, PLACES } from "./status.ts";

/** What the calendar file of an appointment tells. Instants ISO UTC; `zone` is the professional's. */
export type CalendarFacts = {
  id: string;
  sequence: number;
  status: AppointmentStatus;
  startsAt: string;
  endsAt: string;
  zone: string;
  serviceName: string;
  place: (typeof PLACES)[number];
  placeDetail: string;
  professionalName: string;
  /** Null for a block of the professional's own time: `serviceName` is what they call it. */
  clientName: string | null;
};

/** Who reads it, and how they came by it. */
export type CalendarReader = {
  audience: "client" | "professional";
  locale: Locale;
  /** Where the reader goes on: the manage link, or the professional's agenda. */
  url: string;
  /** Public origin of the app: in its name invitations are sent, as a guest is told no private address. */
  origin: string;
  /** The address that the file is mailed to; null for a download. */
  mailedTo: string | null;
  now: number;
};

const WORDS = {
  "pt-BR": {
    withWhom: (service: string, who: string) => `${service} com ${who}`,
    waiting: (who: string) => `Aguardando a confirmação de ${who}.`,
    cancelled: "Este horário foi cancelado.",
    block: "Horário bloqueado",
    feeds: { client: () => "Meus horários", professional: (who: string) => `Agenda de ${who}` },
    client: { manage: "Ver, remarcar ou cancelar:", over: "Escolher outro horário:" },
    professional: { manage: "Abrir a agenda:", over: "Abrir a agenda:" },
    places: { in_person: "", at_client: "No endereço do cliente", online: "Online" },
  },
  en: {
    withWhom: (service: string, who: string) => `${service} with ${who}`,
    waiting: (who: string) => `Waiting for ${who} to confirm.`,
    cancelled: "This appointment was cancelled.",
    block: "Blocked time",
    feeds: { client: () => "My appointments", professional: (who: string) => `Agenda of ${who}` },
    client: { manage: "See, move or cancel it:", over: "Choose another time:" },
    professional: { manage: "Open the agenda:", over: "Open the agenda:" },
    places: { in_person: "", at_client: "At the client's address", online: "Online" },
  },
} as const;

/** The file in which `reader` keeps the appointment, or is told that it is off. */
export function appointmentFile(facts: CalendarFacts, reader: CalendarReader): string {
  return calendarFile(eventOf(facts, reader));
}

/** An appointment in a feed: where its reader goes on, and when it last changed (ISO UTC). */
export type FeedEntry = CalendarFacts & { url: string; changedAt: string };

/** What a calendar of `audience` subscribes to; `name` is the practice's own. */
export function appointmentFeed(
  entries: readonly FeedEntry[],
  { name, ...reader }: Pick<CalendarReader, "audience" | "locale" | "origin"> & { name: string },
): string {
  return calendarFeed(
    WORDS[reader.locale].feeds[reader.audience](name),
    entries.map(({ url, changedAt, ...facts }) =>
      // When it was written says when it changed, so that what has not is the same octets.
      eventOf(facts, { ...reader, url, mailedTo: null, now: Date.parse(changedAt) }),
    ),
  );
}

function eventOf(facts: CalendarFacts, reader: CalendarReader): CalendarEvent {
  const { audience, locale, url, mailedTo } = reader;
  const words = WORDS[locale];
  const status = calendarStatusOf(facts.status);
  const off = status === "CANCELLED";
  const mine = audience === "client";
  const standing = {
    TENTATIVE: words.waiting(facts.professionalName),
    CONFIRMED: "",
    CANCELLED: words.cancelled,
  }[status];
  const goOn = words[audience][off ? "over" : "manage"];
  return {
    ...facts,
    status,
    method: mailedTo === null ? "PUBLISH" : off ? "CANCEL" : "REQUEST",
    summary: mine
      ? words.withWhom(facts.serviceName, facts.professionalName)
      : ownSummary(facts, words),
    description: [standing, `${goOn}\n${url}`].filter((part) => part !== "").join("\n\n"),
    location: placeFor(facts, mine) || words.places[facts.place],
    url,
    organizer: {
      name: facts.professionalName,
      email: `no-reply@${new URL(reader.origin).hostname}`,
    },
    // A guest's name is anybody's text, and their calendar knows who they are.
    attendee:
      mailedTo === null
        ? null
        : { name: mine ? mailedTo : facts.professionalName, email: mailedTo },
    writtenAt: new Date(reader.now).toISOString(),
  };
}

function ownSummary({ serviceName, clientName }: CalendarFacts, words: { block: string }): string {
  return clientName === null ? serviceName || words.block : `${serviceName}: ${clientName}`;
}

/** A link to a meeting is for those who are expected there; an address is on the page anyway. */
function placeFor({ place, placeDetail, status }: CalendarFacts, mine: boolean): string {
  const told = !mine || place === "in_person" || calendarStatusOf(status) === "CONFIRMED";
  return told ? placeDetail : "";
}
