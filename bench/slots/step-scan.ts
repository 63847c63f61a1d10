import type { SlotQuery } from "@odys/shared/booking/rules";

/**
 * The straightforward way, for comparison: walk the month step by step, ask Intl what the wall shows
 * at every step, look whether a window has it, and look through everything busy. Right for windows
 * that start on a step and lie clear of a change of clocks, as those of `month` do.
 */
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

type FormatterOf = (zone: string) => Intl.DateTimeFormat;

const make: FormatterOf = (timeZone) =>
  new Intl.DateTimeFormat("en-CA", {
    timeZone,
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });

const kept = new Map<string, Intl.DateTimeFormat>();
const keep: FormatterOf = (zone) => {
  const formatter = kept.get(zone) ?? make(zone);
  kept.set(zone, formatter);
  return formatter;
};

/** A formatter for every step. */
export const uncachedStepScan = (query: SlotQuery) => stepScan(query, make);
/** One formatter for all of them. */
export const cachedStepScan = (query: SlotQuery) => stepScan(query, keep);

function stepScan(query: SlotQuery, formatterOf: FormatterOf): number[] {
  const duration = query.service.durationMinutes * MINUTE;
  const earliest = query.now + query.service.noticeMinutes * MINUTE;
  const until = Date.parse(query.to) + 2 * DAY;
  const slots: number[] = [];
  for (
    let start = Date.parse(query.from) - DAY;
    start < until;
    start += query.stepMinutes * MINUTE
  ) {
    const wall = read(formatterOf(query.zone), start);
    if (start < earliest || wall.date < query.from || wall.date > query.to) continue;
    const open = query.weekly.some(
      (window) =>
        window.dayOfWeek === wall.dayOfWeek &&
        minutes(window.startTime) <= wall.minute &&
        wall.minute + query.service.durationMinutes <= minutes(window.endTime),
    );
    const taken = query.busy.some((range) => range.start < start + duration && start < range.end);
    if (open && !taken) slots.push(start);
  }
  return slots;
}

function read(formatter: Intl.DateTimeFormat, instant: number) {
  const part: Record<string, string> = {};
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = value;
  return {
    date: `${part["year"]}-${part["month"]}-${part["day"]}`,
    dayOfWeek: DAYS.indexOf(part["weekday"] ?? ""),
    minute: Number(part["hour"]) * 60 + Number(part["minute"]),
  };
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
