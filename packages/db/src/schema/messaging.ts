import { NOTIFICATION_TYPES } from "@odys/shared/messaging/notifications";
import {
  LOCAL_CHANNELS,
  LOCAL_RECEIPTS,
  type MessageButton,
} from "@odys/shared/messaging/delivery";
import type { MailAttachment } from "@odys/shared/messaging/schema";
import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { createdAt, instantColumn, oneOf, primaryId, words } from "./columns.ts";

/** What a user is told inside the app. Sentences are made where they are read, from type and params. */
export const notifications = pgTable(
  "notifications",
  {
    id: primaryId(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    type: words("type", NOTIFICATION_TYPES).notNull(),
    params: jsonb("params").$type<Record<string, string>>().notNull(),
    /** Event and recipient: a job that runs twice tells nobody twice. */
    dedupeKey: text("dedupe_key").notNull(),
    createdAt: createdAt(),
    readAt: instantColumn("read_at"),
  },
  (t) => [
    uniqueIndex("notifications_dedupe").on(t.dedupeKey),
    index("notifications_user").on(t.userId, t.id),
    index("notifications_unread")
      .on(t.userId)
      .where(sql`${t.readAt} is null`),
    oneOf("notifications_type", t.type, NOTIFICATION_TYPES),
  ],
);

/** The local driver's mailbox: messages that left, readable at /dev/outbox. */
export const localMessages = pgTable(
  "local_messages",
  {
    id: primaryId(),
    channel: words("channel", LOCAL_CHANNELS).notNull(),
    recipient: text("recipient").notNull(),
    /** Of mails; "" of what is no mail. */
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    attachments: jsonb("attachments").$type<MailAttachment[]>().notNull().default([]),
    /** What can be tapped below a WhatsApp message; its id comes back. */
    buttons: jsonb("buttons").$type<MessageButton[]>().notNull().default([]),
    /** What the person at /dev/outbox has played of it. */
    receipt: words("receipt", LOCAL_RECEIPTS).notNull().default("accepted"),
    dedupeKey: text("dedupe_key").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("local_messages_dedupe").on(t.dedupeKey),
    index("local_messages_created").on(t.createdAt),
    index("local_messages_recipient").on(t.recipient, t.id),
    oneOf("local_messages_channel", t.channel, LOCAL_CHANNELS),
    oneOf("local_messages_receipt", t.receipt, LOCAL_RECEIPTS),
  ],
);
