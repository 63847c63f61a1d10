import {
  AUTHORS,
  CONNECTION_STATES,
  CONSENT_SOURCES,
  MESSAGE_KINDS,
  MESSAGE_WAYS,
  WATCHDOG_ACTIONS,
} from "@odys/shared/messaging/conversation";
import { CHANNELS } from "@odys/shared/messaging/delivery";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { professionals } from "../accounts.ts";
import { clients } from "../clients.ts";
import { createdAt, instantColumn, oneOf, primaryId, words } from "../columns.ts";
import { storedFiles } from "../ops.ts";

const professionalId = () =>
  uuid("professional_id")
    .notNull()
    .references(() => professionals.id, { onDelete: "cascade" });

/** What a professional and one client write to each other. */
export const conversations = pgTable(
  "conversations",
  {
    id: primaryId(),
    professionalId: professionalId(),
    clientId: uuid("client_id").notNull(),
    lastMessageAt: instantColumn("last_message_at").notNull(),
    unreadByProfessional: integer("unread_by_professional").notNull().default(0),
    unreadByClient: integer("unread_by_client").notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "conversations_client_of_tenant",
      columns: [t.professionalId, t.clientId],
      foreignColumns: [clients.professionalId, clients.id],
    }).onDelete("cascade"),
    unique("conversations_client").on(t.professionalId, t.clientId),
    // The target of messages' composite key: nobody writes into another tenant's conversation.
    unique("conversations_tenant").on(t.professionalId, t.id),
    index("conversations_list").on(t.professionalId, t.lastMessageAt, t.id),
    index("conversations_unread_by_professional")
      .on(t.professionalId)
      .where(sql`${t.unreadByProfessional} > 0`),
    index("conversations_of_client").on(t.clientId),
    check("conversations_unread", sql`${t.unreadByProfessional} >= 0 and ${t.unreadByClient} >= 0`),
  ],
);

/** One message of a conversation. A link is a text that is nothing but an address. */
export const messages = pgTable(
  "messages",
  {
    id: primaryId(),
    professionalId: professionalId(),
    conversationId: uuid("conversation_id").notNull(),
    author: words("author", AUTHORS).notNull(),
    kind: words("kind", MESSAGE_KINDS).notNull(),
    text: text("text").notNull().default(""),
    fileId: uuid("file_id").references(() => storedFiles.id, { onDelete: "set null" }),
    fileName: text("file_name"),
    way: words("way", MESSAGE_WAYS).notNull(),
    /** Of one that came from outside: the same message is never there twice. */
    providerMessageId: text("provider_message_id"),
    createdAt: createdAt(),
    /** When the other side has read it. */
    readAt: instantColumn("read_at"),
  },
  (t) => [
    foreignKey({
      name: "messages_conversation_of_tenant",
      columns: [t.professionalId, t.conversationId],
      foreignColumns: [conversations.professionalId, conversations.id],
    }).onDelete("cascade"),
    index("messages_conversation").on(t.conversationId, t.id),
    index("messages_unread")
      .on(t.conversationId, t.author, t.id)
      .where(sql`${t.readAt} is null`),
    index("messages_professional").on(t.professionalId, t.id),
    uniqueIndex("messages_file").on(t.fileId),
    uniqueIndex("messages_provider")
      .on(t.providerMessageId)
      .where(sql`${t.providerMessageId} is not null`),
    oneOf("messages_author", t.author, AUTHORS),
    oneOf("messages_kind", t.kind, MESSAGE_KINDS),
    oneOf("messages_way", t.way, MESSAGE_WAYS),
    check("messages_content", sql`${t.kind} = 'file' or ${t.text} <> ''`),
  ],
);

/** What somebody said about being written to on a channel; the last word counts. Never changed. */
export const contactConsents = pgTable(
  "contact_consents",
  {
    id: primaryId(),
    professionalId: professionalId(),
    clientId: uuid("client_id")
      .notNull()
      .references(() => clients.id, { onDelete: "cascade" }),
    channel: words("channel", CHANNELS).notNull(),
    granted: boolean("granted").notNull(),
    source: words("source", CONSENT_SOURCES).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("contact_consents_client").on(t.clientId, t.channel, t.id),
    index("contact_consents_professional").on(t.professionalId),
    oneOf("contact_consents_channel", t.channel, CHANNELS),
    oneOf("contact_consents_source", t.source, CONSENT_SOURCES),
  ],
);

/**
 * What somebody wrote on WhatsApp of whom it is not clear which practice they mean, until they have
 * answered. It is nobody's yet, so only the system reads it.
 */
export const waitingMessages = pgTable(
  "waiting_messages",
  {
    id: primaryId(),
    /** Who wrote it, as WhatsApp knows them. */
    whatsAppId: text("whatsapp_id").notNull(),
    providerMessageId: text("provider_message_id").notNull(),
    text: text("text").notNull(),
    /** Clients, one for each practice, in the order in which they were asked about. */
    options: jsonb("options").$type<string[]>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("waiting_messages_provider").on(t.providerMessageId),
    index("waiting_messages_whatsapp").on(t.whatsAppId, t.id),
    index("waiting_messages_created").on(t.createdAt),
  ],
);

/** Each look of the watchdog at the WhatsApp connection, and what it did. */
export const connectionChecks = pgTable(
  "connection_checks",
  {
    id: primaryId(),
    driver: text("driver").notNull(),
    state: words("state", CONNECTION_STATES).notNull(),
    action: words("action", WATCHDOG_ACTIONS).notNull(),
    /** What the provider said, in its words; no secret and no person's data. */
    detail: text("detail").notNull().default(""),
    /** Since when the state has been the same. */
    since: instantColumn("since").notNull(),
    at: instantColumn("at").notNull(),
  },
  (t) => [
    index("connection_checks_driver").on(t.driver, t.at),
    oneOf("connection_checks_state", t.state, CONNECTION_STATES),
    oneOf("connection_checks_action", t.action, WATCHDOG_ACTIONS),
  ],
);
