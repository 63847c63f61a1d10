import { dateOfDay } from "../kernel/calendar.ts";
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
