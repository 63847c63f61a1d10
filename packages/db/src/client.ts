import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** Drizzle's SQL builder without a schema: no relations, no `db.query`. */
export type Db = PostgresJsDatabase;
/** A transaction opened by `db.transaction`. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
/** The driver under it, for what the builder cannot say: locks, LISTEN, COPY. Timestamps arrive as text. */
export type Sql = postgres.Sql;

export interface ConnectOptions {
  /** Most connections of this pool. Default 10. */
  max?: number;
  /** Named prepared statements. Default: unless the URL leads to a transaction pooler. */
  prepare?: boolean;
  /** As `pg_stat_activity` shows it. Default `odys`. */
  applicationName?: string;
  /** Seconds after which an idle connection closes; `null` never. Default: never. */
  idleTimeout?: number | null;
  /** Seconds after which a connection is replaced; `null` never. Default: 30 to 60 minutes. */
  maxLifetime?: number | null;
  /** Milliseconds a statement may take; 0 without limit. Default 30 000. Not sent through a pooler. */
  statementTimeout?: number;
  /** Called with NOTICE messages. Default: they are dropped. */
  onnotice?: (notice: postgres.Notice) => void;
}

export interface Connection {
  sql: Sql;
  db: Db;
  /** Lets running queries finish for up to five seconds, then cuts them. */
  close: () => Promise<void>;
}

/** Parameters of other clients' URLs that the server itself would refuse as unknown settings. */
const FOREIGN_PARAMETERS = ["pgbouncer", "connection_limit", "pool_timeout"];

/**
 * Whether a URL leads to a transaction pooler, where nothing may outlive a transaction:
 * `?pgbouncer=true`, or Supabase's port 6543 unless `?pgbouncer=false`.
 */
export function isPooled(url: string): boolean {
  const { port, searchParams } = new URL(url);
  const named = searchParams.get("pgbouncer");
  return named === null ? port === "6543" : named === "true";
}

function withoutForeignParameters(url: string): string {
  const parsed = new URL(url);
  for (const name of FOREIGN_PARAMETERS) parsed.searchParams.delete(name);
  return parsed.toString();
}

/**
 * Seconds before connection number `attempt` in a row is tried. The driver's own pauses grow to twenty
 * seconds, which a database that came back would wait for; with at most half a second between, it is
 * answered within one.
 */
function pauseBefore(attempt: number): number {
  return Math.min(0.02 * 2 ** attempt, 0.5) * (0.5 + Math.random() / 2);
}

/**
 * A pool of connections, opened as they are needed; nothing is sent yet.
 * Sessions run in UTC. Throws `TypeError` if `url` is not a URL.
 */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const pooled = isPooled(url);
  const limits = {
    statement_timeout: options.statementTimeout ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
  };
  const sql = postgres(withoutForeignParameters(url), {
    max: options.max ?? 10,
    prepare: options.prepare ?? !pooled,
    connect_timeout: 10,
    backoff: pauseBefore,
    ...(options.idleTimeout === undefined ? {} : { idle_timeout: options.idleTimeout ?? 0 }),
    ...(options.maxLifetime === undefined ? {} : { max_lifetime: options.maxLifetime }),
    connection: {
      application_name: options.applicationName ?? "odys",
      TimeZone: "UTC",
      // A pooler refuses settings that it does not track.
      ...(pooled ? {} : limits),
    },
    onnotice: options.onnotice ?? (() => undefined),
  });
  const db = drizzle(sql);
  acceptValues(sql);
  return { sql, db, close: () => sql.end({ timeout: 5 }) };
}

/**
 * Drizzle hands the driver text and turns the driver's own conversions off for both of them.
 * Parameters of hand-written SQL may be `Date` and JSON again; results stay text.
 */
function acceptValues(sql: Sql): void {
  const instant = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
  const json = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  for (const oid of [1082, 1114, 1184]) sql.options.serializers[oid] = instant;
  for (const oid of [114, 3802]) sql.options.serializers[oid] = json;
}
