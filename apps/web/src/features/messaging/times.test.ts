import { appointmentFile } from "@odys/shared/booking/calendar-event";
import { listSlots } from "@odys/shared/booking/slots";
import { Temporal } from "@odys/shared/kernel/time";
import { LOCALES, type Locale } from "@odys/shared/kernel/wire";
import { bookingMail } from "@odys/shared/messaging/booking-mails";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { clockText, fullText, localDay, timeText } from "../../ui/when.ts";
import { endOf } from "../booking/page/words.ts";

/**
 * One appointment in every text that a person reads of it: the page in the viewer's zone, the agenda
 * in the professional's, the mail and the calendar file. Each is read back by rules of its own, and
 * all of them must mean the same instant.
 */
const MINUTES = 50;

/** What a wall clock in a zone means; both instants when it shows that time twice. */
function instantsOf(zone: string, day: string, clock: string): string[] {
  const wall = Temporal.PlainDateTime.from(`${day}T${clock.padStart(5, "0")}`);
  const found = (["earlier", "later"] as const).map((disambiguation) => {
    const there = wall.toZonedDateTime(zone, { disambiguation });
    return new Date(there.epochMilliseconds).toISOString();
  });
  return [...new Set(found)];
}

/** "14h30", "2:30 pm" → "14:30" */
function clockOf(text: string): string {
  const [, hour = "", minute = "00", half] = /^(\d+)(?:[h:](\d\d))?h? ?(am|pm)?$/i.exec(text) ?? [];
  const h = half ? (Number(hour) % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : Number(hour);
  return `${String(h).padStart(2, "0")}:${minute}`;
}

const MONTHS: Record<Locale, string[]> = {
  "pt-BR":
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(
      " ",
    ),
  en: "January February March April May June July August September October November December".split(
    " ",
  ),
};

/** The instant in the line that says when; it names its distance from UTC, so there is only one. */
function instantOfMail(text: string, locale: Locale): string {
  const line = /^(?:Quando|When): (.*)$/m.exec(text)?.[1] ?? "";
  const date =
    locale === "pt-BR"
      ? /, (?<day>\d+)º? de (?<month>\S+) de (?<year>\d+), (?<time>\S+) \(/.exec(line)
      : /, (?<month>\S+) (?<day>\d+), (?<year>\d+), (?<time>.+?) \(/.exec(line);
  const { day = "", month = "", year = "", time = "" } = date?.groups ?? {};
  const [, sign = "+", hours = "0", minutes = "0"] =
    /UTC(?:([+−])(\d+)(?::(\d\d))?)?\)$/.exec(line) ?? [];
  const wall = Date.UTC(
    Number(year),
    MONTHS[locale].indexOf(month),
    Number(day),
    ...(clockOf(time).split(":").map(Number) as [number, number]),
  );
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "−" ? -1 : 1);
  return new Date(wall - offset).toISOString();
}

/** Begin and end in a calendar file, by its own description of the zone. */
function instantsOfFile(file: string): string[] {
  const calendar = ICAL.Component.fromString(file);
  const component = calendar.getFirstSubcomponent("vtimezone");
  const entry = calendar.getFirstSubcomponent("vevent");
  return ["dtstart", "dtend"].map((name) => {
    const property = entry?.getFirstProperty(name);
    const time = property?.getFirstValue();
    if (!(time instanceof ICAL.Time)) throw new Error(`no ${name}`);
    const zone =
      property?.getFirstParameter("tzid") && component
        ? new ICAL.Timezone({ component })
        : ICAL.Timezone.utcTimezone;
    const { year, month, day, hour, minute, second } = time;
    const wall = new ICAL.Time({ year, month, day, hour, minute, second }, zone);
    return new Date(wall.toUnixTime() * 1000).toISOString();
  });
}

const CASES: [what: string, startsAt: string, professional: string, viewer: string][] = [
  ["an ordinary day", "2026-06-10T17:00:00.000Z", "America/Sao_Paulo", "Europe/Lisbon"],
  ["another date for the viewer", "2026-06-11T00:30:00.000Z", "America/Sao_Paulo", "Europe/Lisbon"],
  [
    "the viewer springs forward",
    "2026-03-08T06:30:00.000Z",
    "America/Sao_Paulo",
    "America/New_York",
  ],
  ["an hour later", "2026-03-08T07:30:00.000Z", "America/Sao_Paulo", "America/New_York"],
  [
    "the viewer falls back, first time",
    "2026-11-01T05:30:00.000Z",
    "America/Sao_Paulo",
    "America/New_York",
  ],
  [
    "the viewer falls back, again",
    "2026-11-01T06:30:00.000Z",
    "America/Sao_Paulo",
    "America/New_York",
  ],
  ["Lisbon springs forward", "2026-03-29T00:30:00.000Z", "America/Sao_Paulo", "Europe/Lisbon"],
  ["an hour later there", "2026-03-29T01:30:00.000Z", "America/Sao_Paulo", "Europe/Lisbon"],
  [
    "Lisbon falls back, first time",
    "2026-10-25T00:30:00.000Z",
    "America/Sao_Paulo",
    "Europe/Lisbon",
  ],
  ["Lisbon falls back, again", "2026-10-25T01:30:00.000Z", "America/Sao_Paulo", "Europe/Lisbon"],
  [
    "the professional springs forward",
    "2026-03-08T06:30:00.000Z",
    "America/New_York",
    "Europe/Lisbon",
  ],
  [
    "the professional's jump within it",
    "2026-03-29T00:30:00.000Z",
    "Europe/Lisbon",
    "America/Sao_Paulo",
  ],
  [
    "the professional falls back, first time",
    "2026-11-01T05:30:00.000Z",
    "America/New_York",
    "America/Sao_Paulo",
  ],
  [
    "the professional falls back, again",
    "2026-11-01T06:30:00.000Z",
    "America/New_York",
    "America/Sao_Paulo",
  ],
  ["an odd distance", "2026-12-31T18:30:00.000Z", "Asia/Kathmandu", "America/New_York"],
];

describe.each(CASES)("%s, %s, %s seen from %s", (_what, startsAt, professional, viewer) => {
  const endsAt = endOf(startsAt, MINUTES);

  it("is a time that the page offers, by the professional's hours", () => {
    const day = localDay(startsAt, professional);
    const query = {
      zone: professional,
      weekly: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({
        dayOfWeek,
        startTime: "00:00",
        endTime: "24:00",
      })),
      busy: [],
      service: {
        durationMinutes: MINUTES,
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: 0,
        noticeMinutes: 0,
        horizonDays: 60,
      },
      stepMinutes: 15,
      now: Date.parse(startsAt) - 86_400_000,
      from: day,
      to: day,
    };
    expect(listSlots(query)).toContain(Date.parse(startsAt));
  });

  it.each(LOCALES)("means one instant on the page and in the agenda, in %s", (locale) => {
    for (const zone of [viewer, professional])
      for (const at of [startsAt, endsAt]) {
        const day = localDay(at, zone);
        expect(instantsOf(zone, day, clockOf(timeText(at, zone, locale)))).toContain(at);
        expect(instantsOf(zone, day, clockText(at, zone))).toContain(at);
        // The tooltip tells the clock and which of the two it is by the zone's name.
        expect(fullText(at, zone, locale)).toContain(clockText(at, zone));
      }
  });

  it.each(LOCALES)(
    "means the same instant in the mail and in the calendar file, in %s",
    (locale) => {
      const { text } = bookingMail("bookingConfirmed", locale, {
        professionalName: "Ana Souza",
        clientName: "Bia Lima",
        serviceName: "Sessão",
        startsAt,
        zone: professional,
        duration: `${MINUTES} min`,
        price: "",
        placeDetail: "",
        reason: "",
        url: "https://odys.test/m/abc",
      });
      expect(instantOfMail(text, locale)).toBe(startsAt);
      const file = appointmentFile(
        {
          id: "0190b1d2-0000-7000-8000-000000000001",
          sequence: 0,
          status: "confirmed",
          startsAt,
          endsAt,
          zone: professional,
          serviceName: "Sessão",
          place: "online",
          placeDetail: "",
          professionalName: "Ana Souza",
          clientName: "Bia Lima",
        },
        {
          audience: "client",
          locale,
          url: "https://odys.test/m/abc",
          origin: "https://odys.test",
          mailedTo: null,
          now: Date.parse(startsAt),
        },
      );
      expect(instantsOfFile(file)).toEqual([startsAt, endsAt]);
    },
  );
});
