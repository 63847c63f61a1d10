import { DAY_MS, dayOfDate, dayOfWeek, MINUTE_MS, minuteOfTime } from "../kernel/calendar.ts";
import { type Zone, zoneOf } from "../kernel/zone.ts";
import type { SlotRules, TimeWindow } from "./rules.ts";

/** Minutes of the wall clock since local midnight. */
interface WallWindow {
  start: number;
  end: number;
}

/** The hours of one local day, and what they come from. */
interface DayPlan {
  source: "weekly" | "exception" | "holiday";
  windows: readonly WallWindow[];
}

/** Half open, epoch ms. */
export interface OpenWindow {
  start: number;
  end: number;
}

/** Which hours a local day has, and when they begin and end. Days count from 1970-01-01. */
export interface Hours {
  zone: Zone;
  planOn: (day: number) => DayPlan;
  /** In order, without overlap; some may be empty where the clock skips them. */
  windowsOn: (day: number) => OpenWindow[];
}

const CLOSED: readonly WallWindow[] = [];

/** Reads the hours once, so that each day costs a look-up. RangeError for malformed dates, times, zones. */
export function hoursOf({ zone: name, weekly, exceptions = [], holidays }: HoursRules): Hours {
  const zone = zoneOf(name);
  const week = Array.from({ length: 7 }, (_, day): DayPlan => {
    return { source: "weekly", windows: merge(weekly.filter((w) => w.dayOfWeek === day)) };
  });
  const special = new Map<number, DayPlan>();
  for (const date of holidays ?? [])
    special.set(dayOfDate(date), { source: "holiday", windows: CLOSED });
  for (const { date, windows } of exceptions)
    special.set(dayOfDate(date), { source: "exception", windows: merge(windows) });

  const planOn = (day: number): DayPlan =>
    special.get(day) ?? week[dayOfWeek(day)] ?? { source: "weekly", windows: CLOSED };
  const windowsOn = (day: number) =>
    planOn(day).windows.map(({ start, end }) => ({
      start: zone.instantAt(day * DAY_MS + start * MINUTE_MS),
      end: zone.instantAt(day * DAY_MS + end * MINUTE_MS),
    }));
  return { zone, planOn, windowsOn };
}

export type HoursRules = Pick<SlotRules, "zone" | "weekly" | "exceptions" | "holidays">;

/**
 * Windows of one day in order, those that overlap as one. Windows that only touch stay apart, as do
 * those of two days that meet at midnight: their border was drawn on purpose, and no slot crosses it.
 */
function merge(windows: readonly TimeWindow[]): WallWindow[] {
  const sorted = windows.map(toWall).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const merged: WallWindow[] = [];
  for (const window of sorted) {
    const last = merged.at(-1);
    if (last && window.start < last.end) last.end = Math.max(last.end, window.end);
    else merged.push(window);
  }
  return merged;
}

function toWall({ startTime, endTime }: TimeWindow): WallWindow {
  const [start, end] = [minuteOfTime(startTime), minuteOfTime(endTime)];
  if (start >= end) throw new RangeError(`a window ends after it starts: ${startTime}–${endTime}`);
  return { start, end };
}
