import { PostgresJsSession } from "drizzle-orm/postgres-js";
import type { Db, Tx } from "./client.ts";

/** A statement with its parameters, `$1` onwards. */
export type Statement = { text: string; values: string[] };

/**
 * Opens a transaction whose first statement is `first`. It is sent without waiting for its answer,
 * in the same flight as the first statement of `work`: one round trip less. PostgreSQL runs them in
 * order, and when `first` fails, all that follows fails with it and nothing is committed.
 */
export function begin<T>(db: Db, first: Statement, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    const [, result] = await Promise.all([send(tx, first), work(tx)]);
    return result;
  });
}

/**
 * Sends a statement at once. Drizzle's own queries leave a few microtasks later, so whatever is
 * sent here is on the wire before any query that is built after it.
 */
export async function send(tx: Tx, { text, values }: Statement): Promise<void> {
  const { session } = tx._;
  if (!(session instanceof PostgresJsSession))
    throw new TypeError("expected a postgres.js transaction");
  // Where the pool does not prepare (behind a transaction pooler), this is ignored by the driver.
  await session.client.unsafe(text, values, { prepare: true });
}
