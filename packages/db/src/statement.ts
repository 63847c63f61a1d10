import {
  fillPlaceholders,
  getTableColumns,
  type Placeholder,
  sql,
  type SQL,
  type SQLChunk,
} from "drizzle-orm";
import { PgDialect, type PgTable } from "drizzle-orm/pg-core";
import { PostgresJsSession } from "drizzle-orm/postgres-js";
import type { Db, Tx } from "./client.ts";

const dialect = new PgDialect();

/**
 * A statement whose text never changes, written once as Drizzle's `sql` with placeholders: running
 * it builds nothing, so it costs what the driver costs. It leaves at once, before queries of the
 * builder that are started in the same tick, and after whatever was sent before it. Rows come as
 * the driver reads them: numbers, booleans and JSON as such, timestamps as text.
 */
export function statement<Row>(
  query: SQL,
): (handle: Db | Tx, values: Record<string, unknown>) => Promise<Row[]> {
  const { sql: text, params } = dialect.sqlToQuery(query);
  return async (handle, values) =>
    driverOf(handle).unsafe(text, fillPlaceholders(params, values), { prepare: true });
}

function driverOf(handle: Db | Tx) {
  const { session } = handle._;
  if (!(session instanceof PostgresJsSession)) throw new TypeError("expected postgres.js");
  return session.client;
}

type Prepared<T> = { execute: (values: Record<string, unknown>) => Promise<T> };

/**
 * A query of the builder that is built once, with placeholders, and then run on any handle: Drizzle ties
 * what it prepares to one, so that each transaction would build its own, which costs more than to run it.
 */
export function builtOnce<T>(
  build: (handle: Db | Tx) => Prepared<T>,
): (handle: Db | Tx, values: Record<string, unknown>) => Promise<T> {
  let query: Prepared<T> | undefined;
  return (handle, values) => {
    query ??= build(handle);
    const there: Prepared<T> = Object.create(query, { client: { value: driverOf(handle) } });
    return there.execute(values);
  };
}

/**
 * `insert into table (…) values (…)`, to build statements from: the keys are the schema's names, so
 * a renamed column is an error of the compiler. With `from`, `select … from …`: a row for each of its.
 */
export function insertOf<T extends PgTable>(
  table: T,
  values: { [K in keyof T["$inferInsert"]]: SQL | Placeholder },
  from?: SQL,
): SQL {
  const columns = getTableColumns(table);
  const names = Object.keys(values).map((key) => sql.identifier(columns[key]?.name ?? key));
  const list = (parts: SQLChunk[]) => sql.join(parts, sql`, `);
  const row = list(Object.values<SQL | Placeholder>(values));
  return sql`insert into ${table} (${list(names)}) ${from ? sql`select ${row} ${from}` : sql`values (${row})`}`;
}
