import { sql } from "drizzle-orm";
import { index, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { professionals, users } from "./accounts.ts";
import { createdAt, instantColumn, primaryId, updatedAt } from "./columns.ts";

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
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // The target of appointments' composite key: a client of another tenant cannot be referenced.
    unique("clients_tenant").on(t.professionalId, t.id),
    uniqueIndex("clients_phone").on(t.professionalId, t.phone),
    // Pages of the list come out of it in order; a search reads on in one practice's part of it.
    index("clients_list").on(t.professionalId, t.foldedName, t.id),
    index("clients_email").on(t.email),
    index("clients_user").on(t.userId),
    index("clients_search").using("gin", sql`${t.foldedName} gin_trgm_ops`),
  ],
);
