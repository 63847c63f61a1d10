import { MINUTE_MS } from "../kernel/calendar.ts";
import { type CapReached, capsOf } from "./caps.ts";
import { assertRules, type SlotRules } from "./rules.ts";
import { type Hours, hoursOf } from "./windows.ts";

/** Why an instant can be booked or not: one reason, the most lasting first, what others took last. */
export type SlotReason =
  | "free"
  /** A holiday that no exception opens. */
  | "holiday"
  /** An exception closes the day. */
  | "exception_closed"
  /** In none of the day's windows. */
  | "outside_hours"
  /** It starts in a window but ends after it. */
  | "straddles_window_end"
  /** Between two starts of the window. */
  | "off_step"
  /** In the past, or sooner than the notice. */
  | "too_soon"
  /** After the last day that can be booked. */
  | "too_far"
  | CapReached
  /** The meeting itself would touch something busy. */
  | "busy"
  /** Only the time before or after it would. */
  | "buffer";

/**
 * Whether a booking could start at this instant (epoch ms), and if not, why. `free` exactly where
 * `listSlots` has it. `busy` and `buffer` tell about other people's appointments: strangers are
 * told the same for both. RangeError as `listSlots`.
 */
export function explainSlot(rules: SlotRules, instant: number): SlotReason {
  assertRules(rules);
  const { service, stepMinutes, now } = rules;
  const hours = hoursOf(rules);
  const place = windowAround(hours, instant);
  if (!place) return whyClosed(hours, instant);
  const { day, start, end } = place;
  if (instant + service.durationMinutes * MINUTE_MS > end) return "straddles_window_end";
  if ((instant - start) % (stepMinutes * MINUTE_MS) !== 0) return "off_step";
  if (instant < now + service.noticeMinutes * MINUTE_MS) return "too_soon";
  if (day > hours.zone.dayAt(now) + service.horizonDays) return "too_far";
  return capsOf(rules.caps)(day) ?? whyTaken(rules, instant) ?? "free";
}

/** The window that an instant lies in, with the local day it belongs to. */
export function windowAround(hours: Hours, instant: number) {
  const today = hours.zone.dayAt(instant);
  // Where clocks go back over midnight, a window of tomorrow reaches into a second today.
  for (const day of [today, today + 1])
    for (const { start, end } of hours.windowsOn(day))
      if (start <= instant && instant < end) return { day, start, end };
  return undefined;
}

function whyClosed(hours: Hours, instant: number): SlotReason {
  const { source, windows } = hours.planOn(hours.zone.dayAt(instant));
  if (source === "holiday") return "holiday";
  return source === "exception" && windows.length === 0 ? "exception_closed" : "outside_hours";
}

function whyTaken({ busy, service }: SlotRules, start: number): "busy" | "buffer" | undefined {
  const end = start + service.durationMinutes * MINUTE_MS;
  const touches = (from: number, until: number) =>
    busy.some((range) => range.start < range.end && range.start < until && from < range.end);
  if (touches(start, end)) return "busy";
  const from = start - service.bufferBeforeMinutes * MINUTE_MS;
  const until = end + service.bufferAfterMinutes * MINUTE_MS;
  return touches(from, until) ? "buffer" : undefined;
}
