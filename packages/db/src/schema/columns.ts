import { sql } from "drizzle-orm";
import { check, text, timestamp, uuid, type AnyPgColumn } from "drizzle-orm/pg-core";

/**
 * Columns that mean the same in every table. Ids are UUIDv7, made by the application.
 */
export const primaryId = () => uuid("id").primaryKey();
export const instantColumn = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3 });
export const createdAt = () => instantColumn("created_at").notNull().defaultNow();
export const updatedAt = () =>
  instantColumn("updated_at")
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date());

/** A closed set of words: text with a CHECK, because a value is easier to add to it than to an enum type. */
export const words = <const T extends readonly [string, ...string[]]>(name: string, values: T) =>
  text(name, { enum: values });

/** The CHECK that goes with `words`. The values are constants of ours, never input. */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  return check(
    name,
    sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`,
  );
}
