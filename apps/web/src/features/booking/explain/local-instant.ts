import { clockText, localDay } from "../../../ui/when.ts";

const DAY_MS = 86_400_000;

/**
 * The instant at which a clock in this zone shows a date and time, ISO 8601; the earlier of two. A
 * time that clocks skip is read as if they had not. Null while something is missing.
 */
export function instantOf(date: string, time: string, zone: string): string | null {
  const wall = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(wall)) return null;
  const shows = (at: number) => Date.parse(`${localDay(at, zone)}T${clockText(at, zone)}:00Z`);
  // Clocks change at most once in two days, so one of the two offsets holds.
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((at) => shows(at) - at);
  const found = offsets.map((offset) => wall - offset).filter((at) => shows(at) === wall);
  return new Date(found.length > 0 ? Math.min(...found) : wall - (offsets[0] ?? 0)).toISOString();
}
