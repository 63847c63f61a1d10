import { index, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { professionals, users } from "./accounts.ts";
import { createdAt, primaryId, updatedAt } from "./columns.ts";

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
    phone: text("phone").notNull(),
    email: text("email"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // The target of appointments' composite key: a client of another tenant cannot be referenced.
    unique("clients_tenant").on(t.professionalId, t.id),
    uniqueIndex("clients_phone").on(t.professionalId, t.phone),
    index("clients_email").on(t.email),
    index("clients_user").on(t.userId),
  ],
);
