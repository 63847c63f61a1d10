import { DAY_MS, dateOfDay, MINUTE_MS, timeOfMinute } from "./calendar.ts";

const TIMES = Array.from({ length: DAY_MS / MINUTE_MS }, (_, minute) => timeOfMinute(minute));

/**
 * Instants (epoch ms) in ISO 8601, letter for letter as `toISOString` writes them, in a fraction of
 * its time where many whole minutes of one UTC day follow each other. RangeError outside of the
 * years 0000–9999.
 */
export function isoOf(instants: readonly number[]): string[] {
  let day = Number.NaN;
  let date = "";
  return instants.map((instant) => {
    const its = Math.floor(instant / DAY_MS);
    if (its !== day) [day, date] = [its, dateOfDay(its)];
    const minute = (instant - day * DAY_MS) / MINUTE_MS;
    const time = TIMES[minute];
    return time ? `${date}T${time}:00.000Z` : new Date(instant).toISOString();
  });
}
