import * as z from "zod";
import { PROFESSIONS } from "../accounts/professions.ts";
import { id } from "../kernel/ids.ts";
import { currency, money } from "../kernel/money.ts";
import { phone } from "../kernel/phone.ts";
import {
  email,
  instant,
  line,
  locale,
  localDate,
  localTime,
  page,
  pageOf,
  prose,
} from "../kernel/wire.ts";
import { givenAnswers, intakeAnswer, question, questions } from "./intake.ts";
import { reminderMinutes } from "./reminder-minutes.ts";
import {
  APPOINTMENT_SOURCES,
  APPOINTMENT_STATUSES,
  CONFIRMATION_MODES,
  PAYMENT_STATUSES,
  PLACES,
  SERVICE_COLORS,
} from "./status.ts";

/** What crosses the doors of the booking room. Inputs refuse unknown keys; outputs name every field. */

const DAY_MS = 86_400_000;
/** Most days that one question about slots may span. */
const MAX_SLOT_DAYS = 62;

export const slug = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: "slug" });

const status = z.enum(APPOINTMENT_STATUSES);
const place = z.enum(PLACES);
const minutes = z.int().min(5).max(1440);

// ---- The public page -------------------------------------------------------------------------

export const getPageInput = z.strictObject({ slug });

/** Everything that a stranger learns of a service. */
const publicService = z.object({
  id,
  name: z.string(),
  description: z.string(),
  durationMinutes: z.int(),
  price: money,
  place,
  /** The address when it is held in person; empty otherwise: a link is for those who booked. */
  placeDetail: z.string(),
  color: z.enum(SERVICE_COLORS),
  /** Whether a booking is confirmed at once, or waits for the professional. */
  confirmation: z.enum(CONFIRMATION_MODES),
  horizonDays: z.int(),
  /** What is asked of whoever books it. */
  questions: z.array(question),
});

/** Everything that a stranger learns of a professional: no address, plan, id or provider's id. */
export const getPageOutput = z.object({
  slug: z.string(),
  name: z.string(),
  profession: z.enum(PROFESSIONS),
  bio: z.string(),
  zone: z.string(),
  locale,
  currency,
  /** A path of the app; null without a picture. */
  avatarUrl: z.string().nullable(),
  services: z.array(publicService),
});

/** Days are the professional's, both included. */
export const listSlotsInput = z
  .strictObject({ slug, serviceId: id, from: localDate, to: localDate })
  .refine(
    ({ from, to }) => {
      const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
      return days >= 0 && days < MAX_SLOT_DAYS;
    },
    { path: ["to"], message: "range" },
  );

/** Free slots only, by day of the professional's zone; days without one are left out. */
export const listSlotsOutput = z.object({
  zone: z.string(),
  durationMinutes: z.int(),
  days: z.array(z.object({ date: localDate, slots: z.array(instant) })),
});

export const bookInput = z.strictObject({
  slug,
  serviceId: id,
  startsAt: instant,
  name: line(120),
  phone,
  email: email.optional(),
  message: prose(1000).default(""),
  /** To the service's questions; those that are asked no longer are left out. */
  answers: givenAnswers.default([]),
  /** A field that people do not see and programs fill in. */
  website: z.string().max(500).optional(),
  /** What a guest's device worked out; without it the mailbox has to confirm. */
  proof: z.string().max(256).optional(),
});

export const bookOutput = z.object({
  appointmentId: id,
  status,
  startsAt: instant,
  endsAt: instant,
  serviceName: z.string(),
  durationMinutes: z.int(),
  price: money,
  place,
  placeDetail: z.string(),
  zone: z.string(),
  /** The secret of the manage link; null for a hold, whose link goes into the mail alone. */
  manageToken: z.string().nullable(),
  /** Until when it is held, when the mailbox has to confirm it. */
  heldUntil: instant.nullable(),
});

// ---- The professional's agenda ---------------------------------------------------------------

export const appointment = z.object({
  id,
  status,
  paymentStatus: z.enum(PAYMENT_STATUSES),
  startsAt: instant,
  endsAt: instant,
  serviceId: id,
  serviceName: z.string(),
  durationMinutes: z.int(),
  price: money,
  place,
  placeDetail: z.string(),
  message: z.string(),
  /** What was answered when it was booked, beside the questions as they were. */
  intake: z.array(intakeAnswer),
  source: z.enum(APPOINTMENT_SOURCES),
  reason: z.string().nullable(),
  cancelledBy: z.enum(["professional", "client"]).nullable(),
  createdAt: instant,
  client: z.object({
    id,
    name: z.string(),
    phone: z.string(),
    email: z.string().nullable(),
  }),
});

/** Days are the professional's, both included; appointments that start in them, earliest first. */
export const listAppointmentsInput = z.strictObject({
  from: localDate.optional(),
  to: localDate.optional(),
  status: z.array(status).min(1).max(APPOINTMENT_STATUSES.length).optional(),
  ...page,
});
export const listAppointmentsOutput = pageOf(appointment);

export const appointmentInput = z.strictObject({ id });
/** The reason is told to the other side. */
export const refuseInput = z.strictObject({ id, reason: prose(500).default("") });

/** What both sides may see of a change: the client who cancels learns nothing new. */
export const changedAppointment = z.object({ id, status, startsAt: instant, endsAt: instant });

// ---- Services and weekly hours ---------------------------------------------------------------

export const service = z.object({
  id,
  name: z.string(),
  description: z.string(),
  durationMinutes: z.int(),
  price: money,
  bufferBeforeMinutes: z.int(),
  bufferAfterMinutes: z.int(),
  noticeMinutes: z.int(),
  horizonDays: z.int(),
  confirmation: z.enum(CONFIRMATION_MODES),
  place,
  placeDetail: z.string(),
  color: z.enum(SERVICE_COLORS),
  /** Minutes before the start at which its clients are reminded; null: as the practice does. */
  reminderMinutes: z.array(z.int()).nullable(),
  questions: z.array(question),
  active: z.boolean(),
});
export const listServicesInput = z.strictObject({});
export const listServicesOutput = z.object({ services: z.array(service) });

/** Without `id` a new service; with it all of the fields of that one. The currency is the practice's. */
export const saveServiceInput = z.strictObject({
  id: id.optional(),
  name: line(120),
  description: prose(2000).default(""),
  durationMinutes: minutes,
  price: z.strictObject(money.shape),
  bufferBeforeMinutes: z.int().min(0).max(480).default(0),
  bufferAfterMinutes: z.int().min(0).max(480).default(0),
  noticeMinutes: z.int().min(0).max(525_600).default(120),
  horizonDays: z.int().min(1).max(730).default(60),
  confirmation: z.enum(CONFIRMATION_MODES).default("manual"),
  place: place.default("in_person"),
  placeDetail: line(500, 0).default(""),
  color: z.enum(SERVICE_COLORS).default("teal"),
  /** Null: as the practice does. */
  reminderMinutes: reminderMinutes.nullable().default(null),
  questions: questions.default([]),
  /** Left out: as it is; a new service is active. */
  active: z.boolean().optional(),
});
export const archiveServiceInput = z.strictObject({ id });

const dayOfWeek = z.int().min(0).max(6);
/** A weekly window in the professional's wall time; 0 is Sunday, the end may be 24:00. */
const availabilityWindow = z.object({ dayOfWeek, startTime: localTime, endTime: localTime });

export const getAvailabilityInput = z.strictObject({});
export const availabilityOutput = z.object({
  zone: z.string(),
  slotStepMinutes: z.int(),
  windows: z.array(availabilityWindow),
});

/** The whole week, replacing the one before. */
export const setAvailabilityInput = z.strictObject({
  windows: z
    .array(
      z
        .strictObject({ dayOfWeek, startTime: localTime, endTime: localTime })
        // "HH:mm" sorts as time does.
        .refine((window) => window.startTime < window.endTime, {
          path: ["endTime"],
          message: "order",
        }),
    )
    .max(70),
});

export type BookingPage = z.infer<typeof getPageOutput>;
export type ListSlotsInput = z.infer<typeof listSlotsInput>;
export type FreeSlots = z.infer<typeof listSlotsOutput>;
export type BookInput = z.infer<typeof bookInput>;
export type Booking = z.infer<typeof bookOutput>;
export type Appointment = z.infer<typeof appointment>;
export type ChangedAppointment = z.infer<typeof changedAppointment>;
export type ListAppointmentsInput = z.infer<typeof listAppointmentsInput>;
export type AppointmentPage = z.infer<typeof listAppointmentsOutput>;
export type Service = z.infer<typeof service>;
export type SaveServiceInput = z.infer<typeof saveServiceInput>;
export type Availability = z.infer<typeof availabilityOutput>;
export type AvailabilityWindow = z.infer<typeof availabilityWindow>;
export type SetAvailabilityInput = z.infer<typeof setAvailabilityInput>;
