import { addDays, addMonths, lastDayOf, monthOf } from "../page/month.ts";

export const VIEWS = ["day", "week", "month"] as const;
export type View = (typeof VIEWS)[number];

/** What an address asks for; anything else is the view that fits the device, and today. */
export function readView(text: unknown): View | null {
  return VIEWS.find((view) => view === text) ?? null;
}

/** 0 is Sunday. */
function weekdayOf(day: string): number {
  return new Date(day).getUTCDay();
}

/** On which day weeks begin where this language is spoken; 0 is Sunday. A calendar of work begins on Monday. */
export function firstWeekday(locale: string): number {
  return locale === "en-US" ? 0 : 1;
}

export function weekStart(day: string, first: number): string {
  return addDays(day, -((weekdayOf(day) - first + 7) % 7));
}

/** The days that a view shows, both included; of a month with the ends of the weeks around it. */
export function rangeOf(view: View, day: string, first: number): { from: string; to: string } {
  if (view === "day") return { from: day, to: day };
  if (view === "week") {
    const from = weekStart(day, first);
    return { from, to: addDays(from, 6) };
  }
  const month = monthOf(day);
  return {
    from: weekStart(`${month}-01`, first),
    to: addDays(weekStart(lastDayOf(month), first), 6),
  };
}

/** The day from which the view before or after it is shown. */
export function step(view: View, day: string, by: 1 | -1): string {
  if (view === "day") return addDays(day, by);
  if (view === "week") return addDays(day, 7 * by);
  const month = addMonths(monthOf(day), by);
  const last = lastDayOf(month);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}
