import type { SlotQuery, SlotService, TimeWindow, WeeklyWindow } from "../rules.ts";

export const MINUTE = 60_000;
export const HOUR = 3_600_000;

export const at = (iso: string) => Date.parse(iso);
export const iso = (instants: readonly number[]) =>
  instants.map((instant) => new Date(instant).toISOString().replace(":00.000Z", "Z"));

/** The same hours on all seven days: `"09:00-12:00"`. */
export function daily(...spans: string[]): WeeklyWindow[] {
  return [0, 1, 2, 3, 4, 5, 6].flatMap((dayOfWeek) =>
    spans.map((span) => ({ dayOfWeek, ...window(span) })),
  );
}

export function window(span: string): TimeWindow {
  const [startTime = "", endTime = ""] = span.split("-");
  return { startTime, endTime };
}

export const service = (changes: Partial<SlotService> = {}): SlotService => ({
  durationMinutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  horizonDays: 400,
  ...changes,
});

/** One day of an hourly service, asked on the day before. */
export function query(
  zone: string,
  date: string,
  weekly: readonly WeeklyWindow[],
  changes: Partial<SlotQuery> = {},
): SlotQuery {
  return {
    zone,
    from: date,
    to: date,
    weekly,
    busy: [],
    service: service(),
    stepMinutes: 60,
    now: at(`${date}T00:00Z`) - 48 * HOUR,
    ...changes,
  };
}
