import { dayOfDate, weekOfDay } from "../kernel/calendar.ts";
import type { SlotCaps } from "./rules.ts";

export type CapReached = "day_cap" | "week_cap";

/** Which cap, if any, a local day (count since 1970-01-01) has reached. */
export function capsOf(caps: SlotCaps | undefined): (day: number) => CapReached | undefined {
  if (!caps || (caps.perDay === undefined && caps.perWeek === undefined)) return () => undefined;
  const { perDay = Infinity, perWeek = Infinity } = caps;
  const days = new Map<number, number>();
  const weeks = new Map<number, number>();
  for (const [date, count] of caps.booked) {
    const day = dayOfDate(date);
    const week = weekOfDay(day);
    days.set(day, count);
    weeks.set(week, (weeks.get(week) ?? 0) + count);
  }
  return (day) => {
    if ((days.get(day) ?? 0) >= perDay) return "day_cap";
    return (weeks.get(weekOfDay(day)) ?? 0) >= perWeek ? "week_cap" : undefined;
  };
}
