import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import journal from "../migrations/meta/_journal.json" with { type: "json" };
import { connect, isPooled, type Db } from "./client.ts";

/** Key of the advisory lock under which one process at a time migrates. */
const MIGRATION_LOCK = 7_403_218;

// A path put together at run time: a bundler that sees `new URL(…, import.meta.url)` would pack the folder.
export const migrationsFolder = () => join(import.meta.dirname, "..", "migrations");

export interface MigrationState {
  applied: number;
  expected: number;
  /** Whether the database is as new as this code, or newer. */
  current: boolean;
}

/**
 * Brings a database to the newest version. Of several processes that call it at once one applies,
 * the others wait and find nothing to do. All pending migrations are one transaction.
 * Needs a session of its own: throws for the URL of a transaction pooler.
 */
export async function migrate(
  url: string,
  log: (line: string) => void = () => undefined,
): Promise<MigrationState> {
  if (isPooled(url))
    throw new Error("Migrations need a direct connection, not a transaction pooler (port 6543)");
  const options = {
    max: 1,
    applicationName: "odys migrate",
    statementTimeout: 0,
    maxLifetime: null,
  };
  const { db, close } = connect(url, options);
  try {
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    const before = await migrationsCurrent(db);
    await applyMigrations(db, { migrationsFolder: migrationsFolder() });
    const after = await migrationsCurrent(db);
    const count = after.applied - before.applied;
    log(count === 0 ? "Migrations: nothing to do" : `Migrations: ${count} applied`);
    return after;
  } finally {
    await close(); // its end releases the lock
  }
}

/** How far a database is, against what this code was built with. For readiness; two short reads. */
export async function migrationsCurrent(db: Db): Promise<MigrationState> {
  const expected = journal.entries.length;
  const [table] = await db.execute<{ there: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (!table?.there) return { applied: 0, expected, current: expected === 0 };
  const [row] = await db.execute<{ applied: number; newest: string | null }>(
    sql`select count(*)::int as applied, max(created_at) as newest from drizzle.__drizzle_migrations`,
  );
  const newest = journal.entries.at(-1)?.when ?? 0;
  return {
    applied: row?.applied ?? 0,
    expected,
    current: Number(row?.newest ?? 0) >= newest,
  };
}
