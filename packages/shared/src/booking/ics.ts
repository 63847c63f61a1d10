import { DAY_MS } from "../kernel/calendar.ts";
import { zoneOf } from "../kernel/zone.ts";
import type { AppointmentStatus } from "./status.ts";

/**
 * Calendar files of appointments: RFC 5545 (iCalendar), RFC 5546 (methods), RFC 6868 (quotes in
 * parameters), RFC 7986 (names). Pure: the same events give the same octets.
 */
export interface CalendarEvent {
  /** The appointment's id: every file about it is about the same entry. */
  id: string;
  /** `appointments.sequence`: a later file has the greater one. */
  sequence: number;
  /** `PUBLISH` for a download; `REQUEST` and `CANCEL` for mail, where the calendar acts by itself. */
  method: "PUBLISH" | "REQUEST" | "CANCEL";
  status: CalendarStatus;
  /** ISO instants. */
  startsAt: string;
  endsAt: string;
  /** IANA name of the zone in which it was agreed; calendars show it in their reader's own. */
  zone: string;
  summary: string;
  description: string;
  location: string;
  /** Where to go on, http(s). */
  url: string;
  /** Whose appointment it is. Nobody's private address: a guest reads it. */
  organizer: Person;
  /** Who is expected, in files that are mailed to them. */
  attendee: Person | null;
  /** ISO instant at which this file was made. */
  writtenAt: string;
}

export type CalendarStatus = "TENTATIVE" | "CONFIRMED" | "CANCELLED";
type Person = { name: string; email: string };

/** How a calendar shows an appointment. Where this changes, `appointments.sequence` goes up. */
export function calendarStatusOf(status: AppointmentStatus): CalendarStatus {
  switch (status) {
    case "held":
    case "pending_confirmation":
      return "TENTATIVE";
    case "confirmed":
    case "completed":
    case "no_show":
      return "CONFIRMED";
    case "rejected":
    case "cancelled":
    case "expired":
      return "CANCELLED";
  }
}

/** They asked for the appointment themselves, so nobody has to answer. */
const EXPECTED = "ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE";

/** The file, with CRLF and lines of at most 75 octets. RangeError when there is no zone of that name. */
export function calendarFile(event: CalendarEvent): string {
  return fileOf([`METHOD:${event.method}`], [event]);
}

/** How often a calendar that has subscribed is asked to look again. */
const REFRESH = "PT15M";

/** What a calendar subscribes to: all of these, whatever it had before. RangeError as above. */
export function calendarFeed(name: string, events: readonly CalendarEvent[]): string {
  const head = [
    "METHOD:PUBLISH",
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
  ];
  return fileOf(head, events);
}

function fileOf(head: readonly string[], events: readonly CalendarEvent[]): string {
  const timed = events.map((event) => ({ event, times: timesOf(event) }));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Odys//Odys//EN",
    "CALSCALE:GREGORIAN",
    ...head,
    ...zonesOf(timed),
    ...timed.flatMap(({ event, times }) => entryOf(event, times)),
    "END:VCALENDAR",
  ];
  return `${lines
    .filter((line) => line !== "")
    .map(folded)
    .join("\r\n")}\r\n`;
}

function entryOf(event: CalendarEvent, times: Times): string[] {
  const { attendee, organizer } = event;
  return [
    "BEGIN:VEVENT",
    `UID:${event.id}@odys`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.writtenAt)}`,
    `DTSTART${times.start}`,
    `DTEND${times.end}`,
    `SUMMARY:${text(event.summary)}`,
    event.description && `DESCRIPTION:${text(event.description)}`,
    event.location && `LOCATION:${text(event.location)}`,
    `URL:${event.url}`,
    `STATUS:${event.status}`,
    `ORGANIZER;CN=${parameter(organizer.name)}:mailto:${organizer.email}`,
    attendee ? `ATTENDEE;CN=${parameter(attendee.name)};${EXPECTED}:mailto:${attendee.email}` : "",
    "TRANSP:OPAQUE",
    "END:VEVENT",
  ];
}

type Times = ReturnType<typeof timesOf>;

/**
 * Start and end on the wall of the zone, which is to be described. A wall time that comes twice is
 * said in UTC: RFC 5545 has the earlier of the two meant, and calendars differ all the same.
 */
function timesOf({ startsAt, endsAt, zone }: CalendarEvent) {
  const instants = [Date.parse(startsAt), Date.parse(endsAt)] as const;
  if (instants.some((at) => comesTwice(zone, at)))
    return { onTheWall: false, start: `:${utc(startsAt)}`, end: `:${utc(endsAt)}` };
  const [start, end] = instants.map((at) => `;TZID=${zone}:${wall(zoneOf(zone).wallAt(at))}`);
  return { onTheWall: true, start, end };
}

/** The description of each zone in which something is told, around all that is. */
function zonesOf(timed: readonly { event: CalendarEvent; times: Times }[]): string[] {
  const spans = new Map<string, { from: number; until: number }>();
  for (const { event, times } of timed) {
    if (!times.onTheWall) continue;
    const [from, until] = [Date.parse(event.startsAt), Date.parse(event.endsAt)];
    const span = spans.get(event.zone) ?? { from, until };
    spans.set(event.zone, {
      from: Math.min(span.from, from),
      until: Math.max(span.until, until),
    });
  }
  return [...spans].flatMap(([zone, { from, until }]) => describedZone(zone, from, until));
}

/** Whether the wall shows what it shows at this instant at another one too. */
function comesTwice(zone: string, instant: number): boolean {
  const there = zoneOf(zone);
  const shown = there.wallAt(instant);
  const near = there.erasWithin(instant - DAY_MS, instant + DAY_MS);
  const showing = near.filter(
    (era) => era.from <= shown - era.offset && shown - era.offset < era.until,
  );
  return showing.length > 1;
}

const YEAR_MS = 366 * DAY_MS;

/**
 * VTIMEZONE: each stretch of one offset from a year before until a year after, with the moment at
 * which it begins, and no rules: those are the legislator's, and what counts here is what they
 * came to around these appointments.
 */
function describedZone(name: string, from: number, until: number): string[] {
  const [first, ...later] = zoneOf(name).erasWithin(from - YEAR_MS, until + YEAR_MS);
  if (!first) return [];
  // What came before the first is of no account: it begins before anything that is looked up here.
  const eras = [{ ...first, before: first.offset }];
  for (const era of later) eras.push({ ...era, before: eras.at(-1)?.offset ?? era.offset });
  const usual = Math.min(...eras.map(({ offset }) => offset));
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${name}`,
    ...eras.flatMap((era, index) => {
      const kind = era.offset > usual ? "DAYLIGHT" : "STANDARD";
      return [
        `BEGIN:${kind}`,
        `DTSTART:${index === 0 ? "19700101T000000" : wall(era.from + era.before)}`,
        `TZOFFSETFROM:${offset(era.before)}`,
        `TZOFFSETTO:${offset(era.offset)}`,
        `END:${kind}`,
      ];
    }),
    "END:VTIMEZONE",
  ];
}

/** 2026-11-12T17:00:00.000Z → 20261112T170000Z */
function utc(instant: string): string {
  return `${wall(Date.parse(instant))}Z`;
}

/** Ms that a clock on the wall has counted since 1970 → 20261112T140000 */
function wall(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+Z$/g, "");
}

/** Ms east of Greenwich → -0300; with seconds where a zone has them. */
function offset(ms: number): string {
  const seconds = Math.abs(ms) / 1000;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, "0"));
  return `${ms < 0 ? "-" : "+"}${hours}${minutes}${rest === "00" ? "" : rest}`;
}

/** A text value. Lines end as `\n`; of other control characters a calendar knows nothing. */
function text(value: string): string {
  return value
    .replace(/\r\n?|\p{Zl}|\p{Zp}/gu, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** A parameter value in quotes; what cannot stand there is written as RFC 6868 has it. */
function parameter(value: string): string {
  const plain = value.replace(/\p{Cc}+/gu, " ").replaceAll("^", "^^");
  return `"${plain.replaceAll('"', "^'")}"`;
}

const encoder = new TextEncoder();

/** At most 75 octets a line; the rest goes on after a space. Never cuts a character in two. */
function folded(line: string): string {
  let [out, size] = ["", 0];
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (size + octets > 75) [out, size] = [`${out}\r\n `, 1];
    out += character;
    size += octets;
  }
  return out;
}
