import type { DaySpan } from "../../../ui/week-editor/week.ts";

const DAY_MS = 86_400_000;

/** Dates with hours of their own, from the first to the last, as they are written down. */
export interface Exceptional {
  from: string;
  to: string;
  windows: DaySpan[];
  note: string;
}

/** A line of the list: other hours for some dates, or a holiday, which may be open all the same. */
export type SpecialDate =
  | ({ kind: "exception" } & Exceptional)
  | { kind: "holiday"; from: string; name: string; windows: DaySpan[] };

/** The local date so many days later; both YYYY-MM-DD. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How far the list of special dates looks. */
export function yearFrom(today: string): { from: string; to: string } {
  return { from: today, to: plusDays(today, 365) };
}

/**
 * What is special about the days to come, by date. Dates in a row with the same hours and note are
 * one line, as they were once one thought; a holiday that is closed anyway within them says nothing.
 */
export function specialDates(
  exceptions: readonly { date: string; windows: DaySpan[]; note: string }[],
  holidays: readonly { date: string; name: string }[],
): SpecialDate[] {
  const left = new Map(holidays.map(({ date, name }) => [date, name]));
  const lines: SpecialDate[] = [];
  for (const { date, windows, note } of exceptions) {
    const name = left.get(date);
    left.delete(date);
    if (name !== undefined && windows.length > 0) {
      lines.push({ kind: "holiday", from: date, name, windows });
      continue;
    }
    const last = lines.at(-1);
    const goesOn =
      last?.kind === "exception" &&
      plusDays(last.to, 1) === date &&
      last.note === note &&
      JSON.stringify(last.windows) === JSON.stringify(windows);
    if (goesOn) last.to = date;
    else lines.push({ kind: "exception", from: date, to: date, windows, note });
  }
  for (const [from, name] of left) lines.push({ kind: "holiday", from, name, windows: [] });
  return lines.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

type Span = { from: string; to: string };

/** What of a range of dates lies before and after another one: what a change of dates gives up. */
export function leftOver(old: Span, next: Span): Span[] {
  const before = { from: old.from, to: earlier(old.to, plusDays(next.from, -1)) };
  const after = { from: later(old.from, plusDays(next.to, 1)), to: old.to };
  return [before, after].filter(({ from, to }) => from <= to);
}

const earlier = (a: string, b: string) => (a < b ? a : b);
const later = (a: string, b: string) => (a > b ? a : b);

/** "09:00–12:00, 13:00–18:00". */
export function spansText(windows: readonly DaySpan[]): string {
  return windows.map(({ startTime, endTime }) => `${startTime}–${endTime}`).join(", ");
}
