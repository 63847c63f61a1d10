import { hoursOf } from "@odys/shared/booking/windows";
import { firstMinute, wallOf } from "./oracle.ts";

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2024, 0, 1) / DAY;
const LAST_DAY = Date.UTC(2030, 11, 31) / DAY;

/** Where clocks change: between midnight and four, by an hour, half of one, two; and plain hours. */
const SPANS = [
  "00:00-24:00",
  "09:00-18:00",
  "02:30-03:30",
  "01:30-02:15",
  "13:00-17:30",
  "00:00-00:30",
  "23:30-24:00",
  "01:00-02:00",
  "03:00-04:00",
  "00:15-05:45",
  "02:00-02:45",
  "22:10-23:50",
].map((span) => {
  const [startTime = "", endTime = ""] = span.split("-");
  return { startTime, endTime };
});

/** One end of a window: what the wall shows, and the instant that the engine says it is. */
export interface Edge {
  zone: string;
  wall: number;
  instant: number;
}

export interface Comparison {
  windows: number;
  mismatches: number;
  /** Windows that one offset a day, that of noon in UTC, would have put elsewhere. */
  offByDay: number;
  /** All edges on days about a change of clocks, and every so many of the others. */
  sample: Edge[];
}

/** One window of every day of 2024–2030 in turn, and on days about a change of clocks all of them. */
export function compareZone(zone: string, sampleEvery: number): Comparison {
  const wallAt = wallOf(zone);
  const engines = SPANS.map((span) =>
    hoursOf({ zone, weekly: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, ...span })) }),
  );
  const result: Comparison = { windows: 0, mismatches: 0, offByDay: 0, sample: [] };
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    const offset = (at: number) => wallAt(at) - at;
    const changes = offset((day - 1) * DAY) !== offset((day + 2) * DAY);
    const noon = offset((day + 0.5) * DAY);
    for (const [index, span] of SPANS.entries()) {
      if (!changes && index !== day % SPANS.length) continue;
      const [start, end] = [wallMs(day, span.startTime), wallMs(day, span.endTime)];
      const expected = [firstMinute(wallAt, start), firstMinute(wallAt, end)] as const;
      const [window] = engines[index]?.windowsOn(day) ?? [];
      result.windows++;
      if (window?.start !== expected[0] || window.end !== expected[1]) result.mismatches++;
      if (start - noon !== expected[0] || end - noon !== expected[1]) result.offByDay++;
      if (window && (changes || result.windows % sampleEvery === 0))
        result.sample.push(
          { zone, wall: start, instant: window.start },
          { zone, wall: end, instant: window.end },
        );
    }
  }
  return result;
}

function wallMs(day: number, time: string): number {
  return day * DAY + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
}
