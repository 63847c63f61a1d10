import { IDENTITY_KINDS } from "@odys/shared/clients/identity";
import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { professionals, users } from "./accounts.ts";
import { createdAt, instantColumn, oneOf, primaryId, updatedAt, words } from "./columns.ts";

/** Somebody whom one professional serves. Linked to a user only after that user's e-mail was verified. */
export const clients = pgTable(
  "clients",
  {
    id: primaryId(),
    professionalId: uuid("professional_id")
      .notNull()
      .references(() => professionals.id, { onDelete: "cascade" }),
    userId: uuid("user_id").references(() => users.id, { onDelete: "set null" }),
    name: text("name").notNull(),
    /** The name without accents and capitals, collated "C": what lists are sorted by and searched in. */
    foldedName: text("folded_name")
      .notNull()
      .generatedAlwaysAs(sql`app.fold(name)`),
    phone: text("phone").notNull(),
    email: text("email"),
    /** Since when it is out of the list; its history stays. */
    archivedAt: instantColumn("archived_at"),
    /** Into whom it was merged; such a row is out of every list until the merge is undone. */
    mergedInto: uuid("merged_into"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // The target of appointments' composite key: a client of another tenant cannot be referenced.
    unique("clients_tenant").on(t.professionalId, t.id),
    uniqueIndex("clients_phone").on(t.professionalId, t.phone),
    // Whoever writes to the platform's number is looked for at all practices.
    index("clients_phone_anywhere").on(t.phone),
    // Pages of the list come out of it in order; a search reads on in one practice's part of it.
    index("clients_list").on(t.professionalId, t.foldedName, t.id),
    index("clients_email").on(t.email),
    index("clients_user").on(t.userId),
    index("clients_merged").on(t.mergedInto),
    index("clients_search").using("gin", sql`${t.foldedName} gin_trgm_ops`),
  ],
);

/**
 * By what a client is known besides the number in their row: other spellings of it, a WhatsApp id
 * without a number. One of them belongs to one client of a practice.
 */
export const clientIdentities = pgTable(
  "client_identities",
  {
    id: primaryId(),
    professionalId: uuid("professional_id").notNull(),
    clientId: uuid("client_id").notNull(),
    kind: words("kind", IDENTITY_KINDS).notNull(),
    value: text("value").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "client_identities_client",
      columns: [t.professionalId, t.clientId],
      foreignColumns: [clients.professionalId, clients.id],
    }).onDelete("cascade"),
    unique("client_identities_value").on(t.professionalId, t.kind, t.value),
    index("client_identities_client_id").on(t.clientId),
    // Whoever writes to the platform's number is looked for at all practices.
    index("client_identities_anywhere").on(t.kind, t.value),
    oneOf("client_identities_kind", t.kind, IDENTITY_KINDS),
  ],
);

/** Two rows of one person made into one, with what it takes to undo it. */
export const clientMerges = pgTable(
  "client_merges",
  {
    id: primaryId(),
    professionalId: uuid("professional_id").notNull(),
    keptId: uuid("kept_id").notNull(),
    mergedId: uuid("merged_id").notNull(),
    /** Ids of the rows that were moved, by table. */
    moved: jsonb("moved").$type<Record<string, string[]>>().notNull(),
    createdAt: createdAt(),
    undoneAt: instantColumn("undone_at"),
  },
  (t) => [
    foreignKey({
      name: "client_merges_kept",
      columns: [t.professionalId, t.keptId],
      foreignColumns: [clients.professionalId, clients.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "client_merges_merged",
      columns: [t.professionalId, t.mergedId],
      foreignColumns: [clients.professionalId, clients.id],
    }).onDelete("cascade"),
    index("client_merges_kept_id").on(t.professionalId, t.keptId),
    index("client_merges_merged_id").on(t.mergedId),
  ],
);
