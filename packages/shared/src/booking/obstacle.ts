import { dateOfDay, MINUTE_MS, timeOfMinute, weekOfDay } from "../kernel/calendar.ts";
import { explainSlot, type SlotReason, windowAround } from "./explain.ts";
import type { SlotRules, TimeWindow } from "./rules.ts";
import { type Hours, hoursOf } from "./windows.ts";

type CapFigures = { limit: number; booked: number; from: string; to: string };

/** What stands in the way of a start, in figures: instants are epoch ms, dates of the professional's zone. */
export type Obstacle =
  | { reason: "free" }
  | { reason: "holiday" | "exception_closed"; date: string }
  | {
      reason: "outside_hours";
      date: string;
      source: "weekly" | "exception";
      windows: TimeWindow[];
    }
  | { reason: "straddles_window_end"; windowEndsAt: number; lastStartsAt: number | null }
  | { reason: "off_step"; stepMinutes: number; before: number; after: number | null }
  | { reason: "too_soon"; noticeMinutes: number; earliest: number }
  | { reason: "too_far"; horizonDays: number; lastDate: string }
  | ({ reason: "day_cap" | "week_cap" } & CapFigures)
  /** What of the agenda touches `[from, until)` is in the way. */
  | { reason: "busy" | "buffer"; from: number; until: number };

/** The reason of `explainSlot` with the rule that says so. RangeError as there. */
export function findObstacle(rules: SlotRules, instant: number): Obstacle {
  const reason = explainSlot(rules, instant);
  const { service, now } = rules;
  const hours = hoursOf(rules);
  const day = hours.zone.dayAt(instant);
  const end = instant + service.durationMinutes * MINUTE_MS;
  switch (reason) {
    case "free":
      return { reason };
    case "holiday":
    case "exception_closed":
      return { reason, date: dateOfDay(day) };
    case "outside_hours":
      return { reason, date: dateOfDay(day), ...wallHours(hours, day) };
    case "straddles_window_end":
    case "off_step":
      return misfit(rules, hours, instant, reason);
    case "too_soon": {
      const earliest = now + service.noticeMinutes * MINUTE_MS;
      return { reason, noticeMinutes: service.noticeMinutes, earliest };
    }
    case "too_far": {
      const { horizonDays } = service;
      return { reason, horizonDays, lastDate: dateOfDay(hours.zone.dayAt(now) + horizonDays) };
    }
    case "day_cap":
    case "week_cap":
      return { reason, ...capFigures(rules, windowAround(hours, instant)?.day ?? day, reason) };
    case "busy":
      return { reason, from: instant, until: end };
    case "buffer":
      return {
        reason,
        from: instant - service.bufferBeforeMinutes * MINUTE_MS,
        until: end + service.bufferAfterMinutes * MINUTE_MS,
      };
  }
}

function wallHours(hours: Hours, day: number) {
  const { source, windows } = hours.planOn(day);
  return {
    // A holiday's own reason comes first.
    source: source === "exception" ? ("exception" as const) : ("weekly" as const),
    windows: windows.map(({ start, end }) => ({
      startTime: timeOfMinute(start),
      endTime: timeOfMinute(end),
    })),
  };
}

/** Inside a window, but not where the service starts or fits. */
function misfit(
  { service, stepMinutes }: SlotRules,
  hours: Hours,
  instant: number,
  reason: Extract<SlotReason, "straddles_window_end" | "off_step">,
): Obstacle {
  const window = windowAround(hours, instant);
  if (!window) throw new TypeError(`${reason} outside of windows`);
  const step = stepMinutes * MINUTE_MS;
  const latest = window.end - service.durationMinutes * MINUTE_MS;
  const onStep = (ms: number) => window.start + Math.floor((ms - window.start) / step) * step;
  if (reason === "straddles_window_end") {
    const lastStartsAt = latest < window.start ? null : onStep(latest);
    return { reason, windowEndsAt: window.end, lastStartsAt };
  }
  const before = onStep(instant);
  return { reason, stepMinutes, before, after: before + step <= latest ? before + step : null };
}

function capFigures({ caps }: SlotRules, day: number, reason: "day_cap" | "week_cap"): CapFigures {
  const [first, last] =
    // A week's number changes on Monday, three days before the days since Thursday 1970-01-01 do.
    reason === "day_cap" ? [day, day] : [weekOfDay(day) * 7 - 3, weekOfDay(day) * 7 + 3];
  let booked = 0;
  for (let each = first; each <= last; each++) booked += caps?.booked.get(dateOfDay(each)) ?? 0;
  const limit = (reason === "day_cap" ? caps?.perDay : caps?.perWeek) ?? 0;
  return { limit, booked, from: dateOfDay(first), to: dateOfDay(last) };
}
