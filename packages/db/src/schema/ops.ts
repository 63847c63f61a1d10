import { FILE_PURPOSES, FILE_TYPES } from "@odys/shared/ops/files";
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
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instantColumn, oneOf, primaryId, words } from "./columns.ts";

/** What people uploaded and we wrote anew; the bytes lie in the file storage under the id. */
export const storedFiles = pgTable(
  "stored_files",
  {
    id: primaryId(),
    /** Whose it is; without a foreign key, as users stand to the right of ops. */
    userId: uuid("user_id").notNull(),
    professionalId: uuid("professional_id"),
    purpose: words("purpose", FILE_PURPOSES).notNull(),
    contentType: words("content_type", FILE_TYPES).notNull(),
    size: integer("size").notNull(),
    /** Of the bytes, hexadecimal. */
    sha256: text("sha256").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("stored_files_user").on(t.userId),
    index("stored_files_professional").on(t.professionalId),
    oneOf("stored_files_purpose", t.purpose, FILE_PURPOSES),
    oneOf("stored_files_content_type", t.contentType, FILE_TYPES),
    check("stored_files_size", sql`${t.size} > 0`),
  ],
);

/** How often a limit refused somebody, by the hour: for whoever runs the platform. */
export const rateLimitHits = pgTable(
  "rate_limit_hits",
  {
    /** The hour, from its start. */
    hour: instantColumn("hour").notNull(),
    limit: text("limit_name").notNull(),
    /** A keyed hash of whom it was counted for: equal ones are the same caller. */
    caller: text("caller").notNull(),
    hits: integer("hits").notNull(),
  },
  (t) => [primaryKey({ columns: [t.hour, t.limit, t.caller] })],
);

/** What happened, written in the transaction in which it happened; the dispatcher turns it into jobs. */
export const outboxEvents = pgTable(
  "outbox_events",
  {
    id: primaryId(),
    type: text("type").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    professionalId: uuid("professional_id"),
    requestId: text("request_id"),
    createdAt: createdAt(),
    dispatchedAt: instantColumn("dispatched_at"),
  },
  (t) => [
    index("outbox_events_waiting")
      .on(t.id)
      .where(sql`${t.dispatchedAt} is null`),
    index("outbox_events_professional").on(t.professionalId),
  ],
);

/** Answers that were given under an `Idempotency-Key`, kept for 24 hours. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    /** Who asked and for which procedure: the same key of another caller is another key. */
    actor: text("actor").notNull(),
    procedure: text("procedure").notNull(),
    /** Its hash; the key itself opens the answer. */
    key: text("key").notNull(),
    bodyHash: text("body_hash").notNull(),
    answer: jsonb("answer").$type<{ sealed: string }>(),
    createdAt: createdAt(),
    expiresAt: instantColumn("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.actor, t.procedure, t.key] }),
    index("idempotency_keys_expiry").on(t.expiresAt),
  ],
);

/**
 * One row for every row that was written anywhere, by the trigger `app.audit_row`, and one for
 * whatever an admin opened or set going. Never updated.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instantColumn("at").notNull().defaultNow(),
    professionalId: uuid("professional_id"),
    /** `user:<id>`, `guest`, `job:<queue>`, `cron`, `webhook:<provider>` or `system`. */
    actor: text("actor").notNull(),
    requestId: text("request_id"),
    /** The procedure or job, `booking.confirm` for example. */
    action: text("action"),
    tableName: text("table_name").notNull(),
    rowId: text("row_id").notNull(),
    /** `insert`, `update`, `delete`; what was no write: see `recordAccess` of ops. */
    operation: text("operation").notNull(),
    /** Names of the columns that an update changed; of a row that came or went it is all of them, and none is named. */
    changed: text("changed").array().notNull(),
    /** Of those, and of a row that came or went, what is no personal data. */
    values: jsonb("values").$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    // One for each way of asking, newest first. Days are found by the least that does it: rows come
    // in order of time, and this table takes a row for every row that is written anywhere.
    index("audit_log_professional").on(t.professionalId, t.id),
    index("audit_log_row").on(t.rowId, t.id),
    index("audit_log_table").on(t.tableName, t.id),
    index("audit_log_actor").on(t.actor, t.id),
    index("audit_log_action").on(t.action, t.id),
    index("audit_log_request").on(t.requestId),
    index("audit_log_at").using("brin", t.at),
  ],
);

/** What providers have told us, each thing once; a job does what follows from it. */
export const webhookEvents = pgTable(
  "webhook_events",
  {
    provider: text("provider").notNull(),
    /** The provider's name for this one thing: told again it is the same row. */
    key: text("key").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    receivedAt: instantColumn("received_at").notNull(),
    processedAt: instantColumn("processed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.key] }),
    index("webhook_events_waiting")
      .on(t.provider, t.receivedAt)
      .where(sql`${t.processedAt} is null`),
    index("webhook_events_received").on(t.receivedAt),
  ],
);
