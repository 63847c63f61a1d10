import * as z from "zod";
import { GUEST_CHECKS, HOLIDAY_CALENDARS } from "../accounts/practice.ts";
import { id } from "../kernel/ids.ts";
import { instant, line, localDate, localTime, timeZone } from "../kernel/wire.ts";
import { APPOINTMENT_STATUSES, OCCUPATIONS } from "./status.ts";

/** What crosses the doors about the rules of availability. Dates are local ones of the practice's zone. */

const DAY_MS = 86_400_000;
/** Most days that one question about free days may span. */
const MAX_FREE_DAYS = 62;
/** Most days that an exception is made for at once. */
const MAX_EXCEPTION_DAYS = 366;
/** Two years and a bit: as far ahead as anything can be booked. */
const MAX_RULE_DAYS = 800;

/** `from` to `to`, both included, of at most so many days. */
const spans =
  (days: number) =>
  ({ from, to }: { from: string; to: string }): boolean => {
    const after = (Date.parse(to) - Date.parse(from)) / DAY_MS;
    // The day before or after these has no name on the wire.
    return after >= 0 && after < days && from > "0001" && to < "9999";
  };
const RANGE = { path: ["to"], message: "range" };

// ---- Free days -------------------------------------------------------------------------------

/** Days are those of `zone`, the viewer's; left out: the practice's. */
export const listDaysInput = z
  .strictObject({
    slug: z.string().min(1).max(80),
    serviceId: id,
    from: localDate,
    to: localDate,
    zone: timeZone.optional(),
  })
  .refine(spans(MAX_FREE_DAYS), RANGE);

/** Days with a free slot, in order; the others are left out. */
export const listDaysOutput = z.object({
  /** In which zone the days are meant. */
  zone: z.string(),
  days: z.array(z.object({ date: localDate, free: z.int() })),
});

// ---- The rules of a practice -------------------------------------------------------------------

const SLOT_STEPS = [5, 10, 15, 20, 30, 60] as const;

const cap = (max: number) => z.int().min(1).max(max).nullable();
const ruleFields = {
  /** Minutes from one offered start to the next. */
  slotStepMinutes: z.literal(SLOT_STEPS),
  /** Most appointments of a day, and of a week from Monday to Sunday; null: as many as fit. */
  maxPerDay: cap(500),
  maxPerWeek: cap(2000),
  /** Whose public holidays are closed unless an exception opens them. */
  holidays: z.enum(HOLIDAY_CALENDARS),
  /** Until how long before the start clients may cancel or move by themselves. */
  cancelNoticeMinutes: z.int().min(0).max(43_200),
  /** How many requests may wait for confirmation at once. */
  maxPending: z.int().min(1).max(100),
  guestCheck: z.enum(GUEST_CHECKS),
};

export const getRulesInput = z.strictObject({});
export const rulesOutput = z.object({
  zone: z.string(),
  ...ruleFields,
  slotStepMinutes: z.int(),
  maxPending: z.int(),
});

/** What is left out stays as it is. */
export const setRulesInput = z
  .strictObject(ruleFields)
  .partial()
  .refine((input) => Object.keys(input).length > 0, { message: "empty" });

// ---- Exceptions and holidays -------------------------------------------------------------------

const timeWindow = z.object({ startTime: localTime, endTime: localTime });

/** Hours of one date, apart from each other; none: closed. */
const windows = z
  .array(
    // "HH:mm" sorts as time does.
    z.strictObject(timeWindow.shape).refine(({ startTime, endTime }) => startTime < endTime, {
      path: ["endTime"],
      message: "order",
    }),
  )
  .max(10)
  .refine(
    (list) => {
      const sorted = list.toSorted((a, b) => (a.startTime < b.startTime ? -1 : 1));
      return sorted.every(({ startTime }, index) => {
        const before = sorted[index - 1];
        return !before || before.endTime <= startTime;
      });
    },
    { message: "overlap" },
  );

/** Other hours on one date, in place of the week's and of a holiday's. Windows that touch are one. */
export const exception = z.object({
  id,
  date: localDate,
  windows: z.array(timeWindow),
  /** What the professional calls it; nobody else reads it. */
  note: z.string(),
});
const exceptionList = z.object({ exceptions: z.array(exception) });

const dates = { from: localDate, to: localDate };
export const listExceptionsInput = z.strictObject(dates).refine(spans(MAX_RULE_DAYS), RANGE);
export const listExceptionsOutput = exceptionList;

/** The same for every date of the range, replacing what was said of them before. */
export const setExceptionInput = z
  .strictObject({ ...dates, windows, note: line(120, 0).default("") })
  .refine(spans(MAX_EXCEPTION_DAYS), RANGE);
export const setExceptionOutput = exceptionList;

/** What is booked in these dates and would lie outside of such hours. */
export const checkExceptionInput = z
  .strictObject({ ...dates, windows })
  .refine(spans(MAX_EXCEPTION_DAYS), RANGE);
export const checkExceptionOutput = z.object({
  total: z.int(),
  /** The first of them. */
  appointments: z.array(
    z.object({
      id,
      status: z.enum(APPOINTMENT_STATUSES),
      startsAt: instant,
      endsAt: instant,
      serviceName: z.string(),
      clientName: z.string(),
    }),
  ),
});

/** Those of every date of the range: the week, or a holiday, counts there again. */
export const deleteExceptionInput = z.strictObject(dates).refine(spans(MAX_RULE_DAYS), RANGE);
/** What there was, so that it can be set again. */
export const deleteExceptionOutput = exceptionList;

/** Of the practice's calendar, or of another one that it thinks of. */
export const listHolidaysInput = z
  .strictObject({ ...dates, calendar: z.enum(HOLIDAY_CALENDARS).optional() })
  .refine(spans(MAX_RULE_DAYS), RANGE);
export const listHolidaysOutput = z.object({
  calendar: z.enum(HOLIDAY_CALENDARS),
  holidays: z.array(
    z.object({ date: localDate, names: z.object({ "pt-BR": z.string(), en: z.string() }) }),
  ),
});

// ---- Why a time can or cannot be booked --------------------------------------------------------

export const explainSlotInput = z.strictObject({
  serviceId: id,
  startsAt: instant.refine((at) => at > "1970" && at < "9999", { message: "range" }),
});

/** What takes time near a wish. A block has no client. */
const conflict = z.object({
  id,
  kind: z.enum(OCCUPATIONS),
  status: z.enum(APPOINTMENT_STATUSES),
  startsAt: instant,
  endsAt: instant,
  /** With its own buffers. */
  blockedFrom: instant,
  blockedUntil: instant,
  title: z.string(),
  clientName: z.string().nullable(),
});
const conflicts = z.array(conflict);
const names = z.object({ "pt-BR": z.string(), en: z.string() });
const aboutException = exception.pick({ date: true, note: true }).partial({ note: true });

const capReached = {
  limit: z.int(),
  booked: z.int(),
  /** The days that are counted, both included. */
  from: localDate,
  to: localDate,
};

/** The one reason, the most lasting first, with what stands in the way. */
export const verdict = z.discriminatedUnion("reason", [
  z.object({ reason: z.literal("free") }),
  z.object({ reason: z.literal("page_suspended") }),
  z.object({ reason: z.literal("service_archived") }),
  z.object({ reason: z.literal("holiday"), date: localDate, names }),
  z.object({ reason: z.literal("exception_closed"), ...aboutException.shape }),
  z.object({
    reason: z.literal("outside_hours"),
    date: localDate,
    /** The day's hours, and whether the week or an exception says so. */
    source: z.enum(["weekly", "exception"]),
    windows: z.array(timeWindow),
  }),
  z.object({
    reason: z.literal("straddles_window_end"),
    windowEndsAt: instant,
    /** The last start that fits before the end of the window, on the step. */
    lastStartsAt: instant.nullable(),
  }),
  z.object({
    reason: z.literal("off_step"),
    stepMinutes: z.int(),
    before: instant,
    after: instant.nullable(),
  }),
  z.object({ reason: z.literal("too_soon"), noticeMinutes: z.int(), earliest: instant }),
  z.object({ reason: z.literal("too_far"), horizonDays: z.int(), lastDate: localDate }),
  z.object({ reason: z.literal("day_cap"), ...capReached }),
  z.object({ reason: z.literal("week_cap"), ...capReached }),
  z.object({ reason: z.literal("busy"), conflicts }),
  z.object({
    reason: z.literal("buffer"),
    bufferBeforeMinutes: z.int(),
    bufferAfterMinutes: z.int(),
    conflicts,
  }),
]);

export const explainSlotOutput = z.object({
  zone: z.string(),
  serviceName: z.string(),
  startsAt: instant,
  endsAt: instant,
  /** The local date of the start. */
  date: localDate,
  verdict,
  /** The three nearest free starts, in order of time. */
  nearest: z.array(instant),
});

export type ListDaysInput = z.infer<typeof listDaysInput>;
export type FreeDays = z.infer<typeof listDaysOutput>;
export type Rules = z.infer<typeof rulesOutput>;
export type SetRulesInput = z.infer<typeof setRulesInput>;
export type Exception = z.infer<typeof exception>;
export type DateRange = z.infer<typeof listExceptionsInput>;
export type SetExceptionInput = z.infer<typeof setExceptionInput>;
export type CheckExceptionInput = z.infer<typeof checkExceptionInput>;
export type ExceptionCheck = z.infer<typeof checkExceptionOutput>;
export type ExceptionList = z.infer<typeof exceptionList>;
export type ListHolidaysInput = z.infer<typeof listHolidaysInput>;
export type HolidayList = z.infer<typeof listHolidaysOutput>;
export type ExplainSlotInput = z.infer<typeof explainSlotInput>;
export type Explanation = z.infer<typeof explainSlotOutput>;
export type Verdict = z.infer<typeof verdict>;
export type Conflict = z.infer<typeof conflict>;
