import * as fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { zoneOf } from "../kernel/zone.ts";
import { type CalendarEvent, calendarFeed, calendarFile, calendarStatusOf } from "./ics.ts";
import { APPOINTMENT_STATUSES } from "./status.ts";

const event: CalendarEvent = {
  id: "0190b1d2-0000-7000-8000-000000000001",
  sequence: 3,
  method: "REQUEST",
  status: "TENTATIVE",
  startsAt: "2026-11-12T17:00:00.000Z",
  endsAt: "2026-11-12T17:50:00.000Z",
  zone: "America/Sao_Paulo",
  summary: "Sessão; com Ana, às duas",
  description: "Para remarcar ou cancelar:\nhttps://odys.test/m/abc",
  location:
    "Rua dos Pinheiros, 1000, sala 42, São Paulo, com uma descrição muito longa até a porta",
  url: "https://odys.test/m/abc",
  organizer: { name: "Ana Souza", email: "no-reply@odys.test" },
  attendee: { name: 'Bia "Bê" Lima', email: "bia@example.com" },
  writtenAt: "2026-11-01T09:30:15.123Z",
};

/** What another implementation reads, by the file's own description of the zone and no other. */
function read(file: string) {
  const calendar = ICAL.Component.fromString(file);
  const zones = calendar.getAllSubcomponents("vtimezone");
  const entry = calendar.getFirstSubcomponent("vevent");
  if (!entry) throw new Error("no event");
  const instant = (name: string) => {
    const property = entry.getFirstProperty(name);
    const time = property?.getFirstValue();
    if (!(time instanceof ICAL.Time)) throw new Error(`no ${name}`);
    const tzid = property?.getFirstParameter("tzid");
    const component = zones.find((zone) => zone.getFirstPropertyValue("tzid") === tzid);
    if (tzid && !component) throw new Error(`${tzid} is not described`);
    const zone = component
      ? new ICAL.Timezone({ component, tzid: String(tzid) })
      : ICAL.Timezone.utcTimezone;
    const { year, month, day, hour, minute, second } = time;
    const wall = new ICAL.Time({ year, month, day, hour, minute, second }, zone);
    return new Date(wall.toUnixTime() * 1000).toISOString();
  };
  const value = (name: string) => entry.getFirstPropertyValue(name)?.toString();
  return { entry, value, calendar, startsAt: instant("dtstart"), endsAt: instant("dtend") };
}

describe("a calendar file", () => {
  it("says all of the event to another implementation", () => {
    const { entry, value, calendar, startsAt, endsAt } = read(calendarFile(event));
    expect([startsAt, endsAt]).toEqual([event.startsAt, event.endsAt]);
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(value("uid")).toBe("0190b1d2-0000-7000-8000-000000000001@odys");
    expect(value("sequence")).toBe("3");
    expect(value("dtstamp")).toBe("2026-11-01T09:30:15Z");
    expect(value("summary")).toBe(event.summary);
    expect(value("description")).toBe(event.description);
    expect(value("location")).toBe(event.location);
    expect(value("url")).toBe(event.url);
    expect(value("status")).toBe("TENTATIVE");
    expect(value("organizer")).toBe("mailto:no-reply@odys.test");
    expect(entry.getFirstProperty("organizer")?.getFirstParameter("cn")).toBe("Ana Souza");
    expect(value("attendee")).toBe("mailto:bia@example.com");
    expect(entry.getFirstProperty("attendee")?.getFirstParameter("cn")).toBe('Bia "Bê" Lima');
  });

  it("is on the wall of the zone where it was agreed, which it describes", () => {
    const file = calendarFile(event);
    expect(file).toContain("DTSTART;TZID=America/Sao_Paulo:20261112T140000\r\n");
    expect(file).toContain(
      [
        "BEGIN:VTIMEZONE",
        "TZID:America/Sao_Paulo",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:-0300",
        "TZOFFSETTO:-0300",
        "END:STANDARD",
        "END:VTIMEZONE",
      ].join("\r\n"),
    );
    const there = calendarFile({ ...event, zone: "America/New_York" });
    expect(there).toContain("DTSTART;TZID=America/New_York:20261112T120000\r\n");
    // Clocks were put back eleven days before: from 2 am in summer time, as RFC 5545 writes it.
    expect(there).toContain(
      "BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\n",
    );
    expect(there).toContain("BEGIN:DAYLIGHT\r\nDTSTART:20270314T020000\r\nTZOFFSETFROM:-0500\r\n");
  });

  it("leaves out what there is none of", () => {
    const file = calendarFile({ ...event, location: "", description: "", attendee: null });
    expect(file).not.toMatch(/LOCATION|DESCRIPTION|ATTENDEE|undefined|null/);
  });

  it("has lines of 75 octets at most, ends each with CRLF, and cuts no character in two", () => {
    const nasty = "ção😀🇧🇷 „x“ ".repeat(40);
    const file = calendarFile({ ...event, summary: nasty, location: nasty.repeat(3) });
    expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const octets = file.split("\r\n").map((line) => Buffer.byteLength(line));
    expect(Math.max(...octets)).toBe(75);
    expect(file).not.toContain("\uFFFD");
    expect(read(file).value("summary")).toBe(nasty);
  });

  it("no text can become a line of its own", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (typed) => {
        const attack = `${typed}\r\nATTENDEE:mailto:x@example.com\n\\;,"^ :`;
        const hostile = {
          ...event,
          summary: attack,
          description: attack,
          location: attack,
          organizer: { name: attack, email: "no-reply@odys.test" },
          attendee: { name: attack, email: "bia@example.com" },
        };
        const { value, entry } = read(calendarFile(hostile));
        expect(entry.getAllProperties("attendee")).toHaveLength(1);
        expect(value("attendee")).toBe("mailto:bia@example.com");
        const kept = attack.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
        for (const name of ["summary", "description", "location"]) expect(value(name)).toBe(kept);
      }),
      { seed: 5545, numRuns: 500 },
    );
  });
});

describe("an instant in a calendar file", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  const minutes = (n: number) => n * 60_000;
  const back = (zone: string, from: number, length: number) => {
    const startsAt = new Date(from).toISOString();
    const endsAt = new Date(from + length).toISOString();
    const found = read(calendarFile({ ...event, zone, startsAt, endsAt }));
    expect([zone, found.startsAt, found.endsAt]).toEqual([zone, startsAt, endsAt]);
  };

  it("is the appointment's in every zone, at any time", () => {
    const [from, until] = [Date.parse("2015-01-01"), Date.parse("2040-01-01")];
    const minute = fc.integer({ min: from / minutes(1), max: until / minutes(1) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minute, fc.integer({ min: 5, max: 1440 }), (...at) =>
        back(at[0], minutes(at[1]), minutes(at[2])),
      ),
      { seed: 5545, numRuns: 1_000 },
    );
  });

  it("is the appointment's around each change of clocks of each zone, to the minute", () => {
    const offs = [-150, -90, -60, -50, -30, -1, 0, 1, 30, 59, 60, 90, 150];
    let changes = 0;
    for (const zone of zones) {
      const eras = zoneOf(zone).erasWithin(Date.parse("2026-01-01"), Date.parse("2027-01-01"));
      for (const { from } of eras.slice(1)) {
        // Three of them at each change in turn; all of them in two zones.
        const all = ["America/New_York", "Europe/Lisbon"].includes(zone);
        const asked = offs.filter((_, index) => all || index % 4 === changes % 4);
        for (const off of asked) back(zone, from + minutes(off), minutes(off % 20 ? 50 : 90));
        changes++;
      }
    }
    expect(changes).toBeGreaterThan(200);
  });
});

it("every status is shown in one of three ways", () => {
  const shown = Object.groupBy(APPOINTMENT_STATUSES, calendarStatusOf);
  expect(shown).toEqual({
    TENTATIVE: ["pending_confirmation", "held"],
    CONFIRMED: ["confirmed", "completed", "no_show"],
    CANCELLED: ["rejected", "cancelled", "expired"],
  });
});

describe("a feed", () => {
  const at = (id: string, startsAt: string, more: Partial<CalendarEvent> = {}) => ({
    ...event,
    id,
    attendee: null,
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    ...more,
  });
  const events = [
    at("a", "2026-01-12T17:00:00.000Z"),
    at("b", "2026-07-01T12:00:00.000Z", { zone: "America/New_York", status: "CANCELLED" }),
    at("c", "2027-01-12T12:00:00.000Z", { zone: "America/New_York" }),
  ];

  it("tells all of them to another implementation, each zone described once around them all", () => {
    const calendar = ICAL.Component.fromString(calendarFeed("Agenda de Ana", events));
    const value = (name: string) => calendar.getFirstPropertyValue(name)?.toString();
    expect([value("name"), value("x-wr-calname"), value("method")]).toEqual([
      "Agenda de Ana",
      "Agenda de Ana",
      "PUBLISH",
    ]);
    expect(value("refresh-interval")).toBe("PT15M");
    const zones = calendar.getAllSubcomponents("vtimezone");
    expect(zones.map((zone) => zone.getFirstPropertyValue("tzid"))).toEqual([
      "America/Sao_Paulo",
      "America/New_York",
    ]);
    const told = calendar.getAllSubcomponents("vevent").map((entry) => {
      const property = entry.getFirstProperty("dtstart");
      const time = property?.getFirstValue();
      const tzid = String(property?.getFirstParameter("tzid"));
      const component = zones.find((zone) => zone.getFirstPropertyValue("tzid") === tzid);
      if (!(time instanceof ICAL.Time) || !component) throw new Error("no start");
      const { year, month, day, hour, minute, second } = time;
      const zone = new ICAL.Timezone({ component, tzid });
      const wall = new ICAL.Time({ year, month, day, hour, minute, second }, zone);
      return [
        entry.getFirstPropertyValue("uid"),
        new Date(wall.toUnixTime() * 1000).toISOString(),
        entry.getFirstPropertyValue("status"),
      ];
    });
    expect(told).toEqual([
      ["a@odys", "2026-01-12T17:00:00.000Z", "TENTATIVE"],
      ["b@odys", "2026-07-01T12:00:00.000Z", "CANCELLED"],
      ["c@odys", "2027-01-12T12:00:00.000Z", "TENTATIVE"],
    ]);
  });

  it("of nothing is a calendar all the same", () => {
    expect(ICAL.Component.fromString(calendarFeed("Ana", [])).getAllSubcomponents()).toEqual([]);
  });
});
