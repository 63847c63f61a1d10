/** A weekly window of local wall time; 0 is Sunday, `24:00` the end of the day. */
export interface WeekWindow {
  dayOfWeek: number;
  /** HH:mm, or empty while it is being typed. */
  startTime: string;
  endTime: string;
}

export type DaySpan = Omit<WeekWindow, "dayOfWeek">;
/** What is wrong with a day: a time missing, an end before its start, or two windows at once. */
export type DayProblem = "incomplete" | "order" | "overlap";

/** Monday first: how people who work by the week think of it. */
export const WEEK_ORDER = [1, 2, 3, 4, 5, 6, 0] as const;
const WORKDAYS = [1, 2, 3, 4, 5] as const;
const MINUTES_OF_DAY = 1440;

/** Monday to Friday in office hours with lunch left free, which nobody regrets having been offered. */
export const OFFICE_WEEK: readonly WeekWindow[] = WORKDAYS.flatMap((dayOfWeek) => [
  { dayOfWeek, startTime: "09:00", endTime: "12:00" },
  { dayOfWeek, startTime: "13:00", endTime: "18:00" },
]);

/** Minutes since midnight of HH:mm. */
function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function timeOf(minutes: number): string {
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** The windows of one day, as they stand. */
export function spansOf(week: readonly WeekWindow[], day: number): DaySpan[] {
  return week
    .filter(({ dayOfWeek }) => dayOfWeek === day)
    .map(({ startTime, endTime }) => ({ startTime, endTime }));
}

/** The week with some days replaced; days stand in order, their windows as given. */
export function withDays(
  week: readonly WeekWindow[],
  days: readonly number[],
  spans: readonly DaySpan[],
): WeekWindow[] {
  const others = week.filter(({ dayOfWeek }) => !days.includes(dayOfWeek));
  const placed = days.flatMap((dayOfWeek) => spans.map((span) => ({ dayOfWeek, ...span })));
  return [...others, ...placed].toSorted((a, b) => a.dayOfWeek - b.dayOfWeek);
}

/** What keeps a day from being saved, or null. Windows that touch are fine. */
export function problemOf(spans: readonly DaySpan[]): DayProblem | null {
  if (spans.some(({ startTime, endTime }) => startTime === "" || endTime === ""))
    return "incomplete";
  if (spans.some(({ startTime, endTime }) => startTime >= endTime)) return "order";
  const sorted = spans.toSorted((a, b) => a.startTime.localeCompare(b.startTime));
  const overlaps = sorted.some((span, i) => (sorted[i - 1]?.endTime ?? "") > span.startTime);
  return overlaps ? "overlap" : null;
}

/** Whether every day of a week can be saved. An empty week can: nobody has to work. */
export function isWeekSound(week: readonly WeekWindow[]): boolean {
  return WEEK_ORDER.every((day) => problemOf(spansOf(week, day)) === null);
}

/** Sorted as people read it: by day, then by start. */
export function inOrder(week: readonly WeekWindow[]): WeekWindow[] {
  return week.toSorted(
    (a, b) => a.dayOfWeek - b.dayOfWeek || a.startTime.localeCompare(b.startTime),
  );
}

/** Minutes open in a week, of the windows that run forward. */
export function openMinutes(spans: readonly DaySpan[]): number {
  return spans.reduce((sum, { startTime, endTime }) => {
    const isForward = startTime !== "" && startTime < endTime;
    return isForward ? sum + minutesOf(endTime) - minutesOf(startTime) : sum;
  }, 0);
}

/** A window to offer when one more is asked for: an hour after the last, or null when the day is full. */
export function oneMore(spans: readonly DaySpan[]): DaySpan | null {
  const latest = Math.max(0, ...spans.map(({ endTime }) => (endTime ? minutesOf(endTime) : 0)));
  if (spans.length === 0) return { startTime: "09:00", endTime: "18:00" };
  const start = [60, 30, 0].map((gap) => latest + gap).find((at) => at + 30 <= MINUTES_OF_DAY);
  if (start === undefined) return null;
  return { startTime: timeOf(start), endTime: timeOf(Math.min(start + 120, MINUTES_OF_DAY)) };
}

/** What a day gets when it is opened: the hours of the nearest open day before it, or office hours. */
export function openingSpans(week: readonly WeekWindow[], day: number): DaySpan[] {
  const at = WEEK_ORDER.findIndex((other) => other === day);
  const before = WEEK_ORDER.slice(0, at).toReversed();
  const sample = [...before, ...WEEK_ORDER].find((other) => spansOf(week, other).length > 0);
  return spansOf(sample === undefined ? OFFICE_WEEK : week, sample ?? 1);
}

// 1 November 2026 is a Sunday.
const SUNDAY = Date.UTC(2026, 10, 1, 12);

/** "segunda-feira", "Monday"; short: "seg", "Mon". */
export function dayName(day: number, locale: string, length: "long" | "short" = "long"): string {
  const text = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: length }).format(
    SUNDAY + day * 86_400_000,
  );
  return text.replace(".", "");
}
