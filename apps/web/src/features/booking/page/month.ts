import { localDay } from "../../../ui/when.ts";

/**
 * Arithmetic on calendar days, without a zone: a day is YYYY-MM-DD, a month YYYY-MM, as the wire
 * has them, so that both sort as time does.
 */
const DAY_MS = 86_400_000;

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

export function addMonths(month: string, months: number): string {
  const [year = 0, index = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, index - 1 + months, 1)).toISOString().slice(0, 7);
}

export function lastDayOf(month: string): string {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

/** The same day of another month, or that month's last one. */
function sameDayIn(month: string, day: string): string {
  const last = lastDayOf(month);
  const wished = `${month}-${day.slice(8)}`;
  return wished < last ? wished : last;
}

/** 0 is Sunday. */
function weekdayOf(day: string): number {
  return new Date(day).getUTCDay();
}

/** The month in rows of seven, Sunday first; null where another month begins or ends. */
export function weeksOf(month: string): (string | null)[][] {
  const first = `${month}-01`;
  const count = Number(lastDayOf(month).slice(8));
  const lead = weekdayOf(first);
  return Array.from({ length: Math.ceil((lead + count) / 7) }, (_, row) =>
    Array.from({ length: 7 }, (__, column) => {
      const index = row * 7 + column - lead;
      return index >= 0 && index < count ? addDays(first, index) : null;
    }),
  );
}

/** Where a key leads from a day, as in every grid of dates; null for keys that lead nowhere. */
export function moveBy(key: string, day: string): string | null {
  switch (key) {
    case "ArrowLeft":
      return addDays(day, -1);
    case "ArrowRight":
      return addDays(day, 1);
    case "ArrowUp":
      return addDays(day, -7);
    case "ArrowDown":
      return addDays(day, 7);
    case "Home":
      return addDays(day, -weekdayOf(day));
    case "End":
      return addDays(day, 6 - weekdayOf(day));
    case "PageUp":
      return sameDayIn(addMonths(monthOf(day), -1), day);
    case "PageDown":
      return sameDayIn(addMonths(monthOf(day), 1), day);
    default:
      return null;
  }
}

/** The days to ask about so that a month is whole in every zone: another zone's day may be this one's neighbour. */
export function rangeOf(month: string): { from: string; to: string } {
  return { from: addDays(`${month}-01`, -1), to: addDays(lastDayOf(month), 1) };
}

/** Which month is shown, of those in which something can be chosen, and today there. */
export function monthsOf(
  wish: { month?: string | undefined; day?: string | undefined; slot?: string | undefined },
  horizonDays: number,
  zone: string,
  now: string,
): { today: string; first: string; last: string; month: string } {
  const today = localDay(now, zone);
  const first = monthOf(today);
  const last = monthOf(addDays(today, horizonDays));
  const day = wish.slot ? localDay(wish.slot, zone) : wish.day;
  const wished = (wish.slot ? undefined : wish.month) ?? (day ? monthOf(day) : first);
  return { today, first, last, month: wished < first ? first : wished > last ? last : wished };
}
