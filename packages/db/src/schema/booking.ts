import { FEED_SIDES } from "@odys/shared/booking/calendar-schema";
import type { IntakeAnswer, Question } from "@odys/shared/booking/intake";
import { VOUCHERS } from "@odys/shared/booking/guest-check";
import {
  APPOINTMENT_SOURCES,
  APPOINTMENT_STATUSES,
  CONFIRMATION_MODES,
  OCCUPATIONS,
  PAYMENT_STATUSES,
  PLACES,
  SERVICE_COLORS,
} from "@odys/shared/booking/status";
import type { Currency } from "@odys/shared/kernel/money";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { professionals, users } from "./accounts.ts";
import { clients } from "./clients.ts";
import { createdAt, instantColumn, oneOf, primaryId, updatedAt, words } from "./columns.ts";

const professionalId = () =>
  uuid("professional_id")
    .notNull()
    .references(() => professionals.id, { onDelete: "cascade" });

/** What can be booked, and under which rules. */
export const services = pgTable(
  "services",
  {
    id: primaryId(),
    professionalId: professionalId(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    durationMinutes: integer("duration_minutes").notNull(),
    /** Minor units of the professional's currency. */
    priceAmount: integer("price_amount").notNull(),
    bufferBeforeMinutes: integer("buffer_before_minutes").notNull().default(0),
    bufferAfterMinutes: integer("buffer_after_minutes").notNull().default(0),
    noticeMinutes: integer("notice_minutes").notNull().default(120),
    horizonDays: integer("horizon_days").notNull().default(60),
    confirmation: words("confirmation", CONFIRMATION_MODES).notNull().default("manual"),
    place: words("place", PLACES).notNull().default("in_person"),
    /** Address or link, by the kind of place; told to clients. */
    placeDetail: text("place_detail").notNull().default(""),
    color: words("color", SERVICE_COLORS).notNull().default("teal"),
    /** Minutes before the start at which its clients are reminded; null: as the practice does. */
    reminderMinutes: integer("reminder_minutes").array(),
    /** What is asked of whoever books it. */
    questions: jsonb("questions").$type<Question[]>().notNull().default([]),
    active: boolean("active").notNull().default(true),
    position: integer("position").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique("services_tenant").on(t.professionalId, t.id),
    oneOf("services_confirmation", t.confirmation, CONFIRMATION_MODES),
    oneOf("services_place", t.place, PLACES),
    oneOf("services_color", t.color, SERVICE_COLORS),
    check(
      "services_figures",
      sql`${t.durationMinutes} between 5 and 1440 and ${t.priceAmount} >= 0 and ${t.bufferBeforeMinutes} between 0 and 480 and ${t.bufferAfterMinutes} between 0 and 480 and ${t.noticeMinutes} between 0 and 525600 and ${t.horizonDays} between 1 and 730`,
    ),
  ],
);

/** Weekly windows in the professional's wall time. An exclusion constraint keeps those of one day apart. */
export const availability = pgTable(
  "availability",
  {
    id: primaryId(),
    professionalId: professionalId(),
    /** 0 is Sunday. */
    dayOfWeek: integer("day_of_week").notNull(),
    /** Minutes since local midnight; the end may be 1440. */
    startMinute: integer("start_minute").notNull(),
    endMinute: integer("end_minute").notNull(),
  },
  (t) => [
    index("availability_professional").on(t.professionalId, t.dayOfWeek),
    check(
      "availability_window",
      sql`${t.dayOfWeek} between 0 and 6 and ${t.startMinute} >= 0 and ${t.endMinute} <= 1440 and ${t.startMinute} < ${t.endMinute}`,
    ),
  ],
);

/** Minutes since local midnight, `{[540,720),[780,1080)}`: PostgreSQL keeps the ranges apart and in order. */
const minuteRanges = customType<{ data: string }>({ dataType: () => "int4multirange" });

/** Other hours on one local date, in place of the week's and of a holiday's. No range: closed. */
export const availabilityExceptions = pgTable(
  "availability_exceptions",
  {
    id: primaryId(),
    professionalId: professionalId(),
    date: date("date").notNull(),
    windows: minuteRanges("windows").notNull().default("{}"),
    /** What the professional calls it; nobody else reads it. */
    note: text("note").notNull().default(""),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique("availability_exceptions_date").on(t.professionalId, t.date),
    check("availability_exceptions_day", sql`${t.windows} <@ int4multirange(int4range(0, 1440))`),
  ],
);

/**
 * What takes time: a meeting, or a block of the professional's own. Price, duration and place are kept as they were when it was booked.
 * `appointments_no_overlap` (migrations) excludes two blocking rows of one professional
 * whose blocked ranges touch.
 */
export const appointments = pgTable(
  "appointments",
  {
    id: primaryId(),
    professionalId: professionalId(),
    kind: words("kind", OCCUPATIONS).notNull().default("meeting"),
    /** Of a meeting always, of a block never: `appointments_kind`. */
    serviceId: uuid("service_id"),
    clientId: uuid("client_id"),
    status: words("status", APPOINTMENT_STATUSES).notNull(),
    /** Until when a hold keeps its time; whoever wants it later releases it. */
    heldUntil: instantColumn("held_until"),
    paymentStatus: words("payment_status", PAYMENT_STATUSES).notNull().default("none"),
    startsAt: instantColumn("starts_at").notNull(),
    endsAt: instantColumn("ends_at").notNull(),
    /** The blocked range: the meeting with its buffers, half open `[)`. */
    blockedFrom: instantColumn("blocked_from").notNull(),
    blockedUntil: instantColumn("blocked_until").notNull(),
    /** Why it may overlap others. Only such a row is left out of the exclusion constraint. */
    overrideReason: text("override_reason"),
    /** That there is one, which the audit log may keep; the words themselves it may not. */
    overrides: boolean("overrides").generatedAlwaysAs(sql`override_reason is not null`),
    /** The service's name as it was, or what a block is called. */
    serviceName: text("service_name").notNull(),
    durationMinutes: integer("duration_minutes").notNull(),
    priceAmount: integer("price_amount").notNull(),
    currency: text("currency").$type<Currency>().notNull(),
    place: words("place", PLACES).notNull(),
    placeDetail: text("place_detail").notNull().default(""),
    /** What the client wrote when booking. */
    message: text("message").notNull().default(""),
    /** What they answered, beside the questions as they were asked. */
    intake: jsonb("intake").$type<IntakeAnswer[]>().notNull().default([]),
    source: words("source", APPOINTMENT_SOURCES).notNull(),
    /**
     * The address under which it was booked, "" when none was given: news goes there, and only its
     * account sees it, because the number that found the client row proves nothing. Null where the
     * practice itself booked: then the client's own.
     */
    bookedEmail: text("booked_email"),
    /** Where a guest's booking came from: a keyed hash of the network, for the caps on guests. */
    originHash: text("origin_hash"),
    /** Who stands behind it when it was asked for on the page; null where the practice itself booked. */
    vouchedBy: words("vouched_by", VOUCHERS),
    /** How often what calendars show of it has changed: SEQUENCE of RFC 5545. */
    sequence: integer("sequence").notNull().default(0),
    /** Why it was rejected or cancelled, as told to the other side. */
    reason: text("reason"),
    cancelledBy: words("cancelled_by", ["professional", "client"]),
    /** When the client said, asked by a reminder, that they will come. */
    attendanceConfirmedAt: instantColumn("attendance_confirmed_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "appointments_service",
      columns: [t.professionalId, t.serviceId],
      foreignColumns: [services.professionalId, services.id],
    }),
    foreignKey({
      name: "appointments_client",
      columns: [t.professionalId, t.clientId],
      foreignColumns: [clients.professionalId, clients.id],
    }),
    index("appointments_agenda").on(t.professionalId, t.startsAt, t.id),
    // With the practice, though a client has only one: else PostgreSQL joins in all that the practice has.
    index("appointments_client").on(t.clientId, t.professionalId, t.startsAt, t.id),
    // Of all practices at once, for the platform's own people.
    index("appointments_starts").on(t.startsAt, t.id),
    index("appointments_booked_email").on(t.bookedEmail),
    index("appointments_pending")
      .on(t.professionalId)
      .where(sql`${t.status} = 'pending_confirmation'`),
    index("appointments_origin")
      .on(t.professionalId, t.originHash)
      .where(sql`${t.status} in ('pending_confirmation', 'held')`),
    // With the one before: what waits at a practice, and what was asked for there of late.
    index("appointments_guests")
      .on(t.professionalId, t.createdAt)
      .where(sql`${t.originHash} is not null`),
    // One release of what has run out looks at these few, and an override is looked for among few.
    index("appointments_held")
      .on(t.heldUntil)
      .where(sql`${t.status} = 'held'`),
    index("appointments_override")
      .on(t.professionalId, t.startsAt)
      .where(sql`${t.overrideReason} is not null`),
    // A block may be days long: whoever asks what lies around a day looks far back for these only.
    index("appointments_blocks")
      .on(t.professionalId, t.startsAt)
      .where(sql`${t.kind} = 'block'`),
    oneOf("appointments_kind_word", t.kind, OCCUPATIONS),
    check(
      "appointments_kind",
      sql`(${t.kind} = 'meeting' and ${t.serviceId} is not null and ${t.clientId} is not null) or (${t.kind} = 'block' and ${t.serviceId} is null and ${t.clientId} is null)`,
    ),
    check("appointments_hold", sql`${t.status} <> 'held' or ${t.heldUntil} is not null`),
    oneOf("appointments_status", t.status, APPOINTMENT_STATUSES),
    oneOf("appointments_payment_status", t.paymentStatus, PAYMENT_STATUSES),
    oneOf("appointments_place", t.place, PLACES),
    oneOf("appointments_source", t.source, APPOINTMENT_SOURCES),
    oneOf("appointments_vouched_by", t.vouchedBy, VOUCHERS),
    oneOf("appointments_cancelled_by", t.cancelledBy, ["professional", "client"]),
    check(
      "appointments_range",
      sql`${t.startsAt} < ${t.endsAt} and ${t.blockedFrom} <= ${t.startsAt} and ${t.endsAt} <= ${t.blockedUntil} and ${t.priceAmount} >= 0`,
    ),
  ],
);

/**
 * Secret addresses at which calendars read appointments, one a person and side. The secret is derived
 * from the id (`kernel/links.ts`): a new id is a new address, and the old one leads nowhere.
 */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    id: primaryId(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    side: words("side", FEED_SIDES).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("calendar_feeds_side_of").on(t.userId, t.side),
    oneOf("calendar_feeds_side", t.side, FEED_SIDES),
  ],
);
