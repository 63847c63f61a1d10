import * as fc from "fast-check";
import type { BusyRange, SlotQuery, SlotService, TimeWindow } from "../rules.ts";
import { at, HOUR, MINUTE } from "./queries.ts";
import { plusDays } from "./reference.ts";

/** A date on or about which the zone's clocks change, or any other. */
const PLACES: readonly (readonly [zone: string, date: string])[] = [
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["America/Sao_Paulo", "2026-03-09"],
  ["America/Sao_Paulo", "2018-11-04"],
  ["America/Santiago", "2026-04-04"],
  ["America/St_Johns", "2010-11-07"],
  ["Africa/Cairo", "2026-04-24"],
  ["Antarctica/Troll", "2026-03-29"],
  ["Asia/Kathmandu", "2026-01-01"],
  ["Asia/Gaza", "2026-10-24"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Europe/London", "2026-10-25"],
  ["Europe/Dublin", "2026-03-29"],
  ["Pacific/Apia", "2011-12-30"],
  ["Pacific/Chatham", "2026-09-27"],
];

export const zoneName = fc.constantFrom(...new Set(PLACES.map(([zone]) => zone)));

const time = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Mostly on the quarter of an hour, as people write them. */
const minuteOfDay = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1440 }) },
);

const timeWindow: fc.Arbitrary<TimeWindow> = fc
  .tuple(minuteOfDay, minuteOfDay)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ startTime: time(Math.min(a, b)), endTime: time(Math.max(a, b)) }));

const weeklyWindow = fc
  .tuple(fc.integer({ min: 0, max: 6 }), timeWindow)
  .map(([dayOfWeek, window]) => ({ dayOfWeek, ...window }));

const minutes = (max: number) => fc.integer({ min: 0, max });

const service: fc.Arbitrary<SlotService> = fc.record({
  durationMinutes: fc.oneof(
    fc.constantFrom(15, 30, 45, 50, 60, 90),
    fc.integer({ min: 1, max: 300 }),
  ),
  bufferBeforeMinutes: fc.constantFrom(0, 0, 5, 15, 20),
  bufferAfterMinutes: fc.constantFrom(0, 0, 10, 30),
  noticeMinutes: fc.oneof(fc.constant(0), minutes(3000)),
  horizonDays: fc.oneof({ weight: 4, arbitrary: fc.constant(60) }, minutes(3)),
});

/** `unit` ms apart: with whole minutes the reference can be asked, with 1 the engine alone. */
const busyRange = (middle: number, unit: number): fc.Arbitrary<BusyRange> =>
  fc
    .tuple(
      fc.integer({ min: (-60 * HOUR) / unit, max: (60 * HOUR) / unit }),
      fc.integer({ min: 0, max: (3 * HOUR) / unit }),
    )
    .map(([from, length]) => {
      const start = middle + from * unit;
      return { start, end: start + length * unit };
    });

/** Rules and a range of one to four days, about a change of clocks as often as not. */
export function slotQuery({ unit = MINUTE } = {}): fc.Arbitrary<SlotQuery> {
  return fc
    .tuple(
      fc.constantFrom(...PLACES),
      fc.oneof(fc.constantFrom(-1, 0), fc.integer({ min: 0, max: 1000 })),
      fc.integer({ min: 0, max: 3 }),
    )
    .chain(([[zone, near], shift, days]) => {
      const from = plusDays(near, shift);
      const dates = [0, 1, 2, 3].map((day) => plusDays(from, day));
      const noon = at(`${from}T12:00Z`);
      const date = fc.constantFrom(...dates);
      const exception = fc.record({ date, windows: fc.array(timeWindow, { maxLength: 2 }) });
      return fc.record({
        zone: fc.constant(zone),
        from: fc.constant(from),
        to: fc.constant(plusDays(from, days)),
        weekly: fc.array(weeklyWindow, { minLength: 4, maxLength: 24 }),
        exceptions: fc.array(exception, { maxLength: 2 }),
        holidays: fc.array(date, { maxLength: 1 }).map((list) => new Set(list)),
        busy: fc.array(busyRange(noon, unit), { maxLength: 10 }),
        service,
        caps: fc.option(
          fc.record({
            perDay: fc.option(minutes(4), { nil: undefined }),
            perWeek: fc.option(minutes(12), { nil: undefined }),
            booked: fc.array(fc.tuple(date, minutes(4))).map((list) => new Map(list)),
          }),
          { nil: undefined, freq: 3 },
        ),
        stepMinutes: fc.constantFrom(5, 10, 15, 20, 30, 45, 60),
        now: minutes(3 * 1440).map((ago) => noon - 48 * HOUR + ago * MINUTE),
      });
    });
}
