import { describe, expect, it } from "vitest";
import { Temporal } from "../kernel/time.ts";
import type { SlotQuery } from "./rules.ts";
import { listSlots } from "./slots.ts";
import { at, daily, HOUR, MINUTE, query, service } from "./testing/queries.ts";
import { plusDays, referenceSlots, wallClock } from "./testing/reference.ts";

/** Zones that change their clocks, each in a way of its own or at an hour of its own. */
const CHANGING = [
  "Africa/Cairo", // at midnight, so that a day has no 00:00
  "Africa/Casablanca", // back for Ramadan
  "Africa/El_Aaiun",
  "America/Adak",
  "America/Asuncion", // until October 2024
  "America/Chicago",
  "America/Denver",
  "America/Halifax",
  "America/Havana", // at midnight and at one
  "America/Los_Angeles",
  "America/Miquelon",
  "America/New_York",
  "America/Nuuk", // at −1:00 UTC: on Saturday evening
  "America/Port-au-Prince",
  "America/Santiago", // at 24:00
  "America/Scoresbysund", // changed its offset in 2024
  "America/St_Johns", // half an hour beside the rest
  "America/Tijuana",
  "Antarctica/Macquarie",
  "Antarctica/Troll", // two hours
  "Asia/Almaty", // gave up an hour in 2024
  "Asia/Beirut",
  "Asia/Gaza",
  "Asia/Hebron",
  "Asia/Jerusalem", // on a Friday
  "Asia/Nicosia",
  "Asia/Qostanay",
  "Atlantic/Azores",
  "Atlantic/Bermuda",
  "Australia/Adelaide",
  "Australia/Lord_Howe", // half an hour
  "Australia/Sydney",
  "Europe/Berlin",
  "Europe/Chisinau",
  "Europe/Dublin", // negative daylight saving in winter
  "Europe/Lisbon",
  "Europe/London",
  "Pacific/Auckland",
  "Pacific/Chatham", // 12:45
  "Pacific/Easter",
  "Pacific/Norfolk",
];

/** Zones that do not, or no more; a year's ends are compared. */
const STEADY = [
  "America/Mexico_City",
  "America/Noronha",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Tehran",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "UTC",
];

/** Changes before 2024 of kinds that may come again. */
const HISTORY: [string, string][] = [
  ["America/Caracas", "2016-05-01"], // half an hour for good
  ["America/Sao_Paulo", "2018-11-04"], // no midnight
  ["America/Sao_Paulo", "2019-02-17"], // a second 23:00
  ["America/St_Johns", "2010-11-07"], // from 00:01 into the day before
  ["Antarctica/Casey", "2023-03-09"], // three hours
  ["Antarctica/Vostok", "2023-12-18"], // two hours
  ["Asia/Kathmandu", "1986-01-01"], // a quarter of an hour
  ["Asia/Pyongyang", "2018-05-05"], // half an hour at midnight
  ["Europe/Istanbul", "2016-03-27"],
  ["Europe/Moscow", "2014-10-26"],
  ["Pacific/Apia", "2011-12-30"], // a day left out
  ["Pacific/Kwajalein", "1993-08-21"], // a day left out
];

const WEEKS = [
  daily("00:00-24:00"),
  daily("00:30-03:15", "21:20-24:00"),
  daily("01:10-02:40", "02:50-03:10", "23:15-24:00", "00:00-00:45"),
  daily("02:30-05:00", "01:00-02:45", "22:30-23:30"),
];

const KINDS: Pick<SlotQuery, "service" | "stepMinutes">[] = [
  { service: service({ durationMinutes: 30 }), stepMinutes: 15 },
  {
    service: service({ durationMinutes: 50, bufferBeforeMinutes: 10, bufferAfterMinutes: 5 }),
    stepMinutes: 20,
  },
];

/** Instants in the zone at which its offset changes, 2024 to 2030. */
function transitions(zone: string): number[] {
  const found: number[] = [];
  const end = Temporal.Instant.from("2031-01-01T00:00Z");
  let next = Temporal.Instant.from("2024-01-01T00:00Z")
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition("next");
  while (next && Temporal.Instant.compare(next.toInstant(), end) < 0) {
    found.push(next.epochMilliseconds);
    next = next.getTimeZoneTransition("next");
  }
  return found;
}

/** Three days around a date, with and without something busy near the change. */
function compareAround(zone: string, date: string, change: number): number {
  let compared = 0;
  const busy = [
    { start: change - 95 * MINUTE, end: change - 40 * MINUTE },
    { start: change + 25 * MINUTE, end: change + HOUR },
  ];
  const days = { from: plusDays(date, -1), to: plusDays(date, 1) };
  for (const weekly of WEEKS)
    for (const [index, kind] of KINDS.entries()) {
      const asked = query(zone, date, weekly, {
        ...kind,
        ...days,
        now: change - 40 * HOUR,
        busy: index === 0 ? [] : busy,
      });
      const slots = listSlots(asked);
      expect(slots, JSON.stringify(asked)).toEqual(referenceSlots(asked));
      compared += slots.length;
    }
  return compared;
}

describe("every change of clocks of 2024–2030, against the reference", () => {
  it.each(CHANGING)("%s", (zone) => {
    const changes = transitions(zone);
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes)
      expect(compareAround(zone, wallClock(zone, change).slice(0, 10), change)).toBeGreaterThan(0);
  });
});

it.each(STEADY)("%s has none, and its years end as others do", (zone) => {
  expect(transitions(zone)).toEqual([]);
  for (const year of [2024, 2028]) compareAround(zone, `${year}-12-31`, at(`${year}-12-31T20:00Z`));
});

it.each(HISTORY)("%s in %s", (zone, date) => {
  expect(compareAround(zone, date, at(`${date}T05:00Z`))).toBeGreaterThan(0);
});
