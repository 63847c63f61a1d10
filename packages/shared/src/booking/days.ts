import { DAY_MS, dateOfDay, dayOfDate } from "../kernel/calendar.ts";
import { zoneOf } from "../kernel/zone.ts";

/**
 * Instants (epoch ms, in order) by their local date in a zone: the professional's, or that of
 * whoever looks. RangeError for an unknown zone.
 */
export function groupByDate(
  instants: readonly number[],
  zoneName: string,
): { date: string; slots: number[] }[] {
  const zone = zoneOf(zoneName);
  const byDay = new Map<number, number[]>();
  for (const instant of instants) {
    const day = zone.dayAt(instant);
    const slots = byDay.get(day);
    if (slots) slots.push(instant);
    else byDay.set(day, [instant]);
  }
  return Array.from(byDay, ([day, slots]) => ({ date: dateOfDay(day), slots }));
}

/**
 * When the local dates `from` to `to` (both included) begin and end in a zone: epoch ms, half open.
 * What can touch their slots starts before `end` and ends after `start`, each widened by the
 * service's buffers. RangeError for malformed dates or zones.
 */
export function boundsOfDates(
  from: string,
  to: string,
  zoneName: string,
): { start: number; end: number } {
  const zone = zoneOf(zoneName);
  return {
    start: zone.instantAt(dayOfDate(from) * DAY_MS),
    end: zone.instantAt((dayOfDate(to) + 1) * DAY_MS),
  };
}
