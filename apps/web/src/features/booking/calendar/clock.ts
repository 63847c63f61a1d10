/**
 * Between instants and the minutes on a day's wall: a column of the calendar has 24 hours also where
 * a day has 23 or 25. Instants are epoch ms.
 */
export interface DaySpan {
  /** YYYY-MM-DD. */
  date: string;
  /** Its midnights. */
  start: number;
  end: number;
}

export const MINUTE_MS = 60_000;
export const DAY_MINUTES = 1440;
const DAY_MS = DAY_MINUTES * MINUTE_MS;
/** Times lie on multiples of it: no zone of today is off by less. */
const GRAIN_MINUTES = 5;

const walls = new Map<string, Intl.DateTimeFormat>();

function wallMinute(zone: string, instant: number): number {
  let format = walls.get(zone);
  if (!format) {
    const options = {
      timeZone: zone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    } as const;
    walls.set(zone, (format = new Intl.DateTimeFormat("en", options)));
  }
  const [hour = 0, minute = 0] = format.format(instant).split(":").map(Number);
  return hour * 60 + minute;
}

/** The minute on the wall of an instant, from 0 to 1440: what lies outside of the day is at its edge. */
export function minuteAt(day: DaySpan, zone: string, instant: number): number {
  if (instant <= day.start) return 0;
  if (instant >= day.end) return DAY_MINUTES;
  if (day.end - day.start === DAY_MS) return (instant - day.start) / MINUTE_MS;
  return wallMinute(zone, instant);
}

/**
 * The first instant of the day at which the wall shows this minute or a later one: where clocks go
 * back the earlier of two, where they go forward the moment at which they jump.
 */
export function instantAt(day: DaySpan, zone: string, minute: number): number {
  if (day.end - day.start === DAY_MS) return day.start + minute * MINUTE_MS;
  for (let at = day.start; at < day.end; at += GRAIN_MINUTES * MINUTE_MS)
    if (wallMinute(zone, at) >= minute) return at;
  return day.end;
}

/** The nearest step of so many minutes, within the day. */
export function snap(minute: number, step: number): number {
  return Math.min(Math.max(Math.round(minute / step) * step, 0), DAY_MINUTES);
}
