import { ANSWERS } from "@odys/shared/messaging/answers";
import {
  AUDIENCES,
  CHANNELS,
  DELIVERY_REASONS,
  DELIVERY_STATES,
} from "@odys/shared/messaging/delivery";
import { TEMPLATES } from "@odys/shared/messaging/templates";
import { LOCALES } from "@odys/shared/kernel/wire";
import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { professionals } from "../accounts.ts";
import { appointments } from "../booking.ts";
import { clients } from "../clients.ts";
import { createdAt, instantColumn, oneOf, primaryId, updatedAt, words } from "../columns.ts";

/** What Odys writes by itself, and what it answers. */
const SENT = [...TEMPLATES, ...ANSWERS] as const;

const professionalId = () =>
  uuid("professional_id")
    .notNull()
    .references(() => professionals.id, { onDelete: "cascade" });

/**
 * One message to one person, from the wish to send it until the last that is known of it. It is the
 * queue as well: whatever has a `nextAt` is taken up by a worker then.
 */
export const deliveries = pgTable(
  "deliveries",
  {
    id: primaryId(),
    professionalId: professionalId(),
    appointmentId: uuid("appointment_id").references(() => appointments.id, {
      onDelete: "cascade",
    }),
    clientId: uuid("client_id").references(() => clients.id, { onDelete: "cascade" }),
    audience: words("audience", AUDIENCES).notNull(),
    template: words("template", SENT).notNull(),
    locale: words("locale", LOCALES).notNull(),
    /** What the template is told besides what is read when it is sent; `startsAt` of the time it is about. */
    params: jsonb("params").$type<Record<string, string>>().notNull(),
    /** Appointment, template, recipient and version: asked for twice, it is sent once. */
    dedupeKey: text("dedupe_key").notNull(),
    /** Channels in the order in which they are tried. */
    channels: text("channels", { enum: CHANNELS }).array().notNull(),
    /** Which of them it is or was tried on last. */
    channel: words("channel", CHANNELS),
    state: words("state", DELIVERY_STATES).notNull().default("queued"),
    reason: words("reason", DELIVERY_REASONS),
    /** Of no use before, of no use after. */
    notBefore: instantColumn("not_before").notNull(),
    notAfter: instantColumn("not_after").notNull(),
    /** When a worker has to look at it next; null when nothing is left to do. */
    nextAt: instantColumn("next_at"),
    /** Tries on the present channel. */
    tries: integer("tries").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("deliveries_dedupe").on(t.dedupeKey),
    index("deliveries_due")
      .on(t.nextAt, t.id)
      .where(sql`${t.nextAt} is not null`),
    index("deliveries_professional").on(t.professionalId, t.id),
    index("deliveries_appointment").on(t.appointmentId, t.id),
    index("deliveries_client").on(t.clientId, t.id),
    oneOf("deliveries_audience", t.audience, AUDIENCES),
    oneOf("deliveries_template", t.template, SENT),
    oneOf("deliveries_locale", t.locale, LOCALES),
    oneOf("deliveries_channel", t.channel, CHANNELS),
    oneOf("deliveries_state", t.state, DELIVERY_STATES),
    oneOf("deliveries_reason", t.reason, DELIVERY_REASONS),
    check("deliveries_time", sql`${t.notBefore} <= ${t.notAfter}`),
    check("deliveries_channels", sql`cardinality(${t.channels}) > 0`),
  ],
);

/** One request to a provider, and what became of it. Receipts find it by the provider's id or by its own. */
export const deliveryAttempts = pgTable(
  "delivery_attempts",
  {
    id: primaryId(),
    professionalId: professionalId(),
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => deliveries.id, { onDelete: "cascade" }),
    channel: words("channel", CHANNELS).notNull(),
    /** `local`, `cloud`, `evolution`, `smtp`, `resend`; `app` for what is shown in the app. */
    driver: text("driver").notNull(),
    state: words("state", DELIVERY_STATES).notNull(),
    reason: words("reason", DELIVERY_REASONS),
    providerMessageId: text("provider_message_id"),
    /** Millionths of a unit of `costCurrency`, from the price table of the day. */
    costMicros: bigint("cost_micros", { mode: "number" }).notNull().default(0),
    costCurrency: text("cost_currency").notNull().default("BRL"),
    startedAt: instantColumn("started_at").notNull(),
    acceptedAt: instantColumn("accepted_at"),
    sentAt: instantColumn("sent_at"),
    deliveredAt: instantColumn("delivered_at"),
    readAt: instantColumn("read_at"),
    failedAt: instantColumn("failed_at"),
  },
  (t) => [
    index("delivery_attempts_delivery").on(t.deliveryId, t.id),
    index("delivery_attempts_professional").on(t.professionalId, t.startedAt),
    uniqueIndex("delivery_attempts_provider")
      .on(t.driver, t.providerMessageId)
      .where(sql`${t.providerMessageId} is not null`),
    oneOf("delivery_attempts_channel", t.channel, CHANNELS),
    oneOf("delivery_attempts_state", t.state, DELIVERY_STATES),
    oneOf("delivery_attempts_reason", t.reason, DELIVERY_REASONS),
    check("delivery_attempts_cost", sql`${t.costMicros} >= 0`),
  ],
);

/** What a professional's messages have cost in a month; reserved before a request, so that a cap holds. */
export const messageSpending = pgTable(
  "message_spending",
  {
    professionalId: professionalId(),
    /** `YYYY-MM`, in the professional's zone. */
    month: text("month").notNull(),
    spentMicros: bigint("spent_micros", { mode: "number" }).notNull().default(0),
    currency: text("currency").notNull(),
    /** When it was said that four fifths are spent, and that all is. */
    warnedAt: instantColumn("warned_at"),
    stoppedAt: instantColumn("stopped_at"),
  },
  (t) => [
    primaryKey({ columns: [t.professionalId, t.month] }),
    check("message_spending_amount", sql`${t.spentMicros} >= 0`),
  ],
);

/** How a practice wants its messages sent. Without a row: the defaults of these columns. */
export const messageSettings = pgTable(
  "message_settings",
  {
    professionalId: professionalId().primaryKey(),
    /** Minutes before the start at which clients are reminded, the earliest first. */
    reminderMinutes: integer("reminder_minutes").array().notNull().default([1440, 60]),
    /** Minutes since midnight in the client's zone between which nobody is reminded; both equal: no quiet hours. */
    quietFrom: integer("quiet_from").notNull().default(1320),
    quietUntil: integer("quiet_until").notNull().default(480),
    /** By which ways clients hear of their appointments, in the order in which they are tried. */
    clientChannels: text("client_channels", { enum: CHANNELS })
      .array()
      .notNull()
      .default(["whatsapp", "mail"]),
    /** Minor units of the professional's currency a month; null: no cap. */
    monthlyBudget: integer("monthly_budget").default(5000),
    updatedAt: updatedAt(),
  },
  (t) => [
    check(
      "message_settings_figures",
      sql`cardinality(${t.reminderMinutes}) <= 5 and 5 <= all(${t.reminderMinutes}) and 20160 >= all(${t.reminderMinutes}) and ${t.quietFrom} between 0 and 1439 and ${t.quietUntil} between 0 and 1439 and coalesce(${t.monthlyBudget}, 0) between 0 and 100000000 and cardinality(${t.clientChannels}) > 0`,
    ),
  ],
);

/** A practice's own words around what a message has to say. */
export const messageWordings = pgTable(
  "message_wordings",
  {
    professionalId: professionalId(),
    template: words("template", TEMPLATES).notNull(),
    locale: words("locale", LOCALES).notNull(),
    /** Before what has to be said, and after it; either may be empty. */
    opening: text("opening").notNull().default(""),
    closing: text("closing").notNull().default(""),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.professionalId, t.template, t.locale] }),
    oneOf("message_wordings_template", t.template, TEMPLATES),
    oneOf("message_wordings_locale", t.locale, LOCALES),
  ],
);
