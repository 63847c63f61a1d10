import * as z from "zod";
import { email, instant, line, LOCALES, localDate, prose } from "../kernel/wire.ts";
import { id } from "../kernel/ids.ts";
import { money } from "../kernel/money.ts";
import { phone } from "../kernel/phone.ts";
import { appointment } from "./schema.ts";
import { APPOINTMENT_STATUSES, OCCUPATIONS, PLACES } from "./status.ts";

/** What crosses the doors about the life of an appointment after it was booked. */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const status = z.enum(APPOINTMENT_STATUSES);

// ---- Through the link of an appointment ------------------------------------------------------

/** The secret of the link; whatever else stands here leads to NOT_FOUND. */
const token = z.string().min(1).max(200);

export const manageInput = z.strictObject({ token });
export const cancelByTokenInput = z.strictObject({ token, reason: prose(500).default("") });
export const rescheduleByTokenInput = z.strictObject({ token, startsAt: instant });
export const listSlotsByTokenInput = z
  .strictObject({ token, from: localDate, to: localDate })
  .refine(
    ({ from, to }) => {
      const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
      return days >= 0 && days < 62;
    },
    { path: ["to"], message: "range" },
  );

/**
 * Everything that the bearer of a link learns: nothing of the person it was booked for, as links are
 * forwarded and their addresses kept in histories.
 */
export const managedAppointment = z.object({
  status,
  startsAt: instant,
  endsAt: instant,
  /** How often what a calendar shows of it has changed. */
  sequence: z.int(),
  serviceId: id,
  serviceName: z.string(),
  durationMinutes: z.int(),
  price: money,
  place: z.enum(PLACES),
  /** Address or link; empty unless it is confirmed, or the address when it is held in person. */
  placeDetail: z.string(),
  /** Why it was rejected or cancelled, as told to the other side. */
  reason: z.string().nullable(),
  cancelledBy: z.enum(["professional", "client"]).nullable(),
  /** The professional's IANA zone. */
  zone: z.string(),
  professional: z.object({ name: z.string(), slug: z.string(), locale: z.enum(LOCALES) }),
  policy: z.object({
    /** The practice's notice for what was confirmed. */
    noticeMinutes: z.int(),
    /** Until when it may be cancelled or moved. */
    until: instant,
    canCancel: z.boolean(),
    canReschedule: z.boolean(),
  }),
});

// ---- The professional's side -----------------------------------------------------------------

/**
 * Lets a row overlap others, by name: every one that it would overlap, and why. Another set than the
 * one that overlaps when it is written is refused.
 */
export const override = z.strictObject({
  reason: line(200),
  overlaps: z.array(id).min(1).max(50),
});

/**
 * Another time, another length (left out: the same), or both; of meetings and of blocks. A meeting
 * has a day at most, a block fourteen.
 */
export const rescheduleInput = z.strictObject({
  id,
  startsAt: instant,
  durationMinutes: z.int().min(5).max(20_160).optional(),
  override: override.optional(),
});

/** Where something in the agenda is now. */
export const occupation = z.object({
  id,
  kind: z.enum(OCCUPATIONS),
  status,
  startsAt: instant,
  endsAt: instant,
  durationMinutes: z.int(),
  /** Of a meeting the service's, of a block its own. */
  title: z.string(),
  sequence: z.int(),
  /** Why it may overlap others, or null for what overlaps nothing. */
  overrideReason: z.string().nullable(),
});

/** Why a client could not have booked there: allowed to the professional, but worth a word. */
export const WARNINGS = [
  "outside_hours",
  "straddles_window_end",
  "holiday",
  "exception_closed",
  "day_cap",
  "week_cap",
] as const;
export const rescheduled = occupation.extend({ warning: z.enum(WARNINGS).nullable() });

// ---- What was agreed by other ways, and time of one's own ------------------------------------

/** Somebody of the list, or somebody new: of a number that the practice knows, who is known. */
const whom = z.union([
  z.strictObject({ id }),
  z.strictObject({ name: line(120), phone, email: email.optional() }),
]);

/** Length and price left out: the service's. The note stands where a guest's message would. */
export const bookForClientInput = z.strictObject({
  client: whom,
  serviceId: id,
  startsAt: instant,
  durationMinutes: z.int().min(5).max(1440).optional(),
  price: z.strictObject(money.shape).optional(),
  note: prose(1000).default(""),
  override: override.optional(),
});
export const bookedForClient = appointment.extend({ warning: z.enum(WARNINGS).nullable() });

/** Time that nobody can book, of whole minutes and at most fourteen days. */
export const blockTimeInput = z
  .strictObject({ title: line(120), from: instant, until: instant, override: override.optional() })
  .refine(
    ({ from, until }) => {
      const ms = Date.parse(until) - Date.parse(from);
      return ms > 0 && ms <= 14 * DAY_MS && ms % MINUTE_MS === 0;
    },
    { path: ["until"], message: "range" },
  );

export const reopenInput = z.strictObject({ id, override: override.optional() });
export const markPaidInput = z.strictObject({ id, paid: z.boolean().default(true) });

// ---- History ---------------------------------------------------------------------------------

/** Who did something: `link` is whoever held the appointment's, `platform` the people of Odys. */
export const HISTORY_ACTORS = [
  "professional",
  "client",
  "guest",
  "link",
  "platform",
  "system",
] as const;

export const HISTORY_EVENTS = [
  "booked",
  "requested",
  "held",
  "blocked",
  "confirmed",
  "rejected",
  "cancelled",
  "unblocked",
  "completed",
  "no_show",
  "reopened",
  "expired",
  "moved",
  "stretched",
  "paid",
  "unpaid",
  "payment_authorized",
  "refunded",
  "overridden",
] as const;

/**
 * What happened to one appointment, the earliest first. `from` and `to`: of `moved` its starts, of
 * `stretched` its ends, else null. `reason`: of the last refusal, cancellation or override, as it is
 * on record.
 */
export const history = z.object({
  items: z.array(
    z.object({
      at: instant,
      by: z.enum(HISTORY_ACTORS),
      what: z.enum(HISTORY_EVENTS),
      from: instant.nullable(),
      to: instant.nullable(),
      reason: z.string().nullable(),
    }),
  ),
});

export type BookForClientInput = z.infer<typeof bookForClientInput>;
export type BookedForClient = z.infer<typeof bookedForClient>;
export type BlockTimeInput = z.infer<typeof blockTimeInput>;
export type ReopenInput = z.infer<typeof reopenInput>;
export type History = z.infer<typeof history>;
export type HistoryActor = (typeof HISTORY_ACTORS)[number];
export type HistoryEvent = (typeof HISTORY_EVENTS)[number];
export type ManagedAppointment = z.infer<typeof managedAppointment>;
export type ListSlotsByTokenInput = z.infer<typeof listSlotsByTokenInput>;
export type Override = z.infer<typeof override>;
export type RescheduleInput = z.infer<typeof rescheduleInput>;
export type Occupation = z.infer<typeof occupation>;
export type Rescheduled = z.infer<typeof rescheduled>;
export type Warning = (typeof WARNINGS)[number];
