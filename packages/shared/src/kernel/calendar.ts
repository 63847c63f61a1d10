/**
 * Local dates and times as integers: a date is its day count since 1970-01-01 (proleptic Gregorian,
 * as ISO 8601), a wall time its minutes since midnight. No zone takes part.
 */
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** The day count of `YYYY-MM-DD`. RangeError when there is no such date in the calendar. */
export function dayOfDate(date: string): number {
  const ms = DATE.test(date) ? Date.parse(date) : Number.NaN;
  // Date.parse takes 30 February for 1 March on some engines.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date)
    throw new RangeError(`not a date: ${date}`);
  return ms / DAY_MS;
}

/** `YYYY-MM-DD` of a day count; RangeError outside of the years 0000–9999. */
export function dateOfDay(day: number): string {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (!DATE.test(date)) throw new RangeError(`no four-digit year: day ${day}`);
  return date;
}

/** 0 is Sunday. */
export function dayOfWeek(day: number): number {
  return (((day + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday
}

/** Weeks since 1970, from Monday to Sunday as ISO 8601 counts them: equal for days of one week. */
export function weekOfDay(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** Minutes since midnight of `HH:mm`, where `24:00` is the end of the day. RangeError for others. */
export function minuteOfTime(time: string): number {
  const match = TIME.exec(time);
  if (!match) throw new RangeError(`not a time: ${time}`);
  return match[1] === undefined ? 1440 : Number(match[1]) * 60 + Number(match[2]);
}

/** Minutes since midnight as `HH:mm`; 1440 is `24:00`. */
export function timeOfMinute(minute: number): string {
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}
