import type { DateException, SlotQuery, TimeWindow } from "../rules.ts";

/**
 * The slot engine again, minute by minute and by nothing but what Intl says the wall shows: no
 * arithmetic on offsets, no Temporal, nothing of the engine. Slow, and meant to be plain. Takes
 * rules whose instants are whole minutes.
 */
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const clocks = new Map<string, { format: Intl.DateTimeFormat; shown: Map<number, string> }>();

/** `YYYY-MM-DD HH:mm`: sorts as time does, also with `24:00`. */
export function wallClock(zone: string, instant: number): string {
  let clock = clocks.get(zone);
  if (!clock) {
    const style = { timeZone: zone, dateStyle: "short", timeStyle: "short" } as const;
    clock = { format: new Intl.DateTimeFormat("sv-SE", style), shown: new Map() };
    clocks.set(zone, clock);
  }
  const known = clock.shown.get(instant);
  if (known !== undefined) return known;
  const text = clock.format.format(instant);
  if (clock.shown.size > 100_000) clock.shown.clear();
  clock.shown.set(instant, text);
  return text;
}

/** The first minute whose wall clock has come to `wall`, found by looking at one after the other. */
function firstMinute(zone: string, wall: string): number {
  let minute = Date.parse(`${wall.slice(0, 10)}T00:00Z`) - DAY;
  while (wallClock(zone, minute) < wall) minute += MINUTE;
  return minute;
}

/** The windows of a local date as instants. */
export function referenceWindows(query: SlotQuery, date: string): { start: number; end: number }[] {
  return runs(hoursOn(query, date)).map(([start, end]) => ({
    start: firstMinute(query.zone, `${date} ${start}`),
    end: firstMinute(query.zone, `${date} ${end}`),
  }));
}

/** The free slots: every minute is asked whether it could be one. */
export function referenceSlots(query: SlotQuery): number[] {
  const { service, stepMinutes, now, busy, zone } = query;
  const lastDate = plusDays(wallClock(zone, now).slice(0, 10), service.horizonDays);
  const isBusy = (minute: number) =>
    busy.some(({ start, end }) => start < end && start < minute + MINUTE && minute < end);
  const allFree = (from: number, until: number) => {
    for (let minute = from; minute < until; minute += MINUTE) if (isBusy(minute)) return false;
    return true;
  };
  const slots: number[] = [];
  for (let date = query.from; date <= query.to; date = plusDays(date, 1)) {
    if (date > lastDate || capReached(query, date)) continue;
    for (const window of referenceWindows(query, date))
      for (let minute = window.start; minute < window.end; minute += MINUTE) {
        const end = minute + service.durationMinutes * MINUTE;
        if (end > window.end || ((minute - window.start) / MINUTE) % stepMinutes !== 0) continue;
        if (minute - now < service.noticeMinutes * MINUTE) continue;
        const from = minute - service.bufferBeforeMinutes * MINUTE;
        if (allFree(from, end + service.bufferAfterMinutes * MINUTE)) slots.push(minute);
      }
  }
  return slots;
}

/** The date so many days on in the calendar. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function hoursOn(query: SlotQuery, date: string): readonly TimeWindow[] {
  const onDate = (exception: DateException) => exception.date === date;
  const exception = query.exceptions?.findLast(onDate);
  if (exception) return exception.windows;
  if (query.holidays?.has(date)) return [];
  const dayOfWeek = new Date(`${date}T00:00Z`).getUTCDay();
  return query.weekly.filter((window) => window.dayOfWeek === dayOfWeek);
}

/** Stretches of wall minutes that windows cover, cut where one ends and none goes on across. */
function runs(windows: readonly TimeWindow[]): [string, string][] {
  const time = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const covers = (from: string, until: string) =>
    windows.some(({ startTime, endTime }) => startTime <= from && until <= endTime);
  const found: [string, string][] = [];
  for (let minute = 0; minute < 1440; minute++) {
    if (!covers(time(minute), time(minute + 1))) continue;
    const goesOn = minute > 0 && covers(time(minute - 1), time(minute + 1));
    const last = found.at(-1);
    if (goesOn && last) last[1] = time(minute + 1);
    else found.push([time(minute), time(minute + 1)]);
  }
  return found;
}

function capReached({ caps }: SlotQuery, date: string): boolean {
  if (!caps) return false;
  const monday = plusDays(date, -((new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7));
  const count = (day: string) => caps.booked.get(day) ?? 0;
  const week = [0, 1, 2, 3, 4, 5, 6].reduce((sum, day) => sum + count(plusDays(monday, day)), 0);
  return count(date) >= (caps.perDay ?? Infinity) || week >= (caps.perWeek ?? Infinity);
}
