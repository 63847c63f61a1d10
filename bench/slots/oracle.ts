/**
 * When a window begins or ends, by nothing but what Intl shows on the wall: neither Temporal nor
 * anything of the engine. Wall times and instants are ms, the former as if the wall were in UTC.
 */
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Asks Intl what the wall shows at an instant of whole minutes. */
export function wallOf(zone: string): (instant: number) => number {
  const style = { timeZone: zone, dateStyle: "short", timeStyle: "short" } as const;
  const format = new Intl.DateTimeFormat("sv-SE", style); // 2026-03-08 13:00
  return (instant) => Date.parse(`${format.format(instant).replace(" ", "T")}Z`);
}

/**
 * The first minute whose wall has come to `wall`. Where the offset a day before and a day after are
 * one, that is the time less the offset, if the wall agrees; else every minute that could be it is
 * looked at, one after the other.
 */
export function firstMinute(wallAt: (instant: number) => number, wall: number): number {
  const before = wallAt(wall - DAY) - (wall - DAY);
  const after = wallAt(wall + DAY) - (wall + DAY);
  if (before === after && wallAt(wall - before) === wall) return wall - before;
  let minute = wall - Math.max(before, after);
  while (wallAt(minute) < wall) minute += MINUTE;
  return minute;
}
