import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { installedBinaries } from "./embedded/binaries.ts";
import { initialiseOnce, readSecrets } from "./embedded/cluster.ts";
import { prepareSite, type Site } from "./embedded/owner.ts";
import { runningServer, startServer, stopServer } from "./embedded/postmaster.ts";

export interface EmbeddedOptions {
  /** Data directory. Default `.odys/postgres` in the repository. */
  dir?: string;
  log?: (line: string) => void;
  /** Server settings on top of ours; they hold for the server that this call starts, not one it joins. */
  settings?: Record<string, string>;
  /** Whether data survives a power cut. Default true; tests say no. */
  durable?: boolean;
}

export interface Embedded {
  /** Role `odys`, an ordinary one that owns the database `odys`. */
  url: string;
  /** Role `postgres`, database `postgres`. */
  superuserUrl: string;
  dataDir: string;
  /** Leaves the server; the last process to leave stops it. May be called twice. */
  stop: () => Promise<void>;
}

const DEFAULT_DIR = () => join(import.meta.dirname, "../../../.odys/postgres");

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  timezone: "UTC",
  log_timezone: "UTC",
  jit: "off", // its compile time is longer than our queries
};
const VOLATILE = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum: "off",
};

/** Key of the advisory lock that every process using a server holds, shared. */
const LEASE = 7_403_217;
const START_LIMIT_MS = 90_000;

/**
 * A real PostgreSQL of this folder's own: joined if it runs, started if not, made if there is none.
 * It listens on 127.0.0.1 only, with random passwords. It outlives a process that is killed, and
 * the next start joins it again. Throws when it cannot be started, with the server's own words.
 */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  const { dir = DEFAULT_DIR(), log = () => undefined, durable = true } = options;
  const site = prepareSite(dir, installedBinaries());
  if (site.moved) log(`PostgreSQL data in ${site.dataDir}: its system user cannot reach ${dir}`);
  if (await initialiseOnce(site, durable)) log(`PostgreSQL data made in ${site.dataDir}`);

  const settings = { ...SETTINGS, ...(durable ? {} : VOLATILE), ...options.settings };
  const until = Date.now() + START_LIMIT_MS;
  while (Date.now() < until) {
    const server = await runningServer(site.dataDir);
    if (server?.ready) {
      const lease = await takeLease(urls(site, server.port).superuserUrl);
      if (lease) {
        log(`PostgreSQL on 127.0.0.1:${server.port}`);
        return { ...urls(site, server.port), dataDir: site.dataDir, stop: leaveOnce(site, lease) };
      }
    }
    if (server || !(await startServer(site, settings))) await sleep(100); // starting or stopping
  }
  throw new Error(`PostgreSQL in ${site.dataDir} did not become ready; see server.log there`);
}

function urls({ dataDir }: Site, port: number) {
  const { password, superuserPassword } = readSecrets(dataDir);
  return {
    url: `postgres://odys:${password}@127.0.0.1:${port}/odys`,
    superuserUrl: `postgres://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`,
  };
}

/** Holds the shared lock; `undefined` when the server is going down under us. */
async function takeLease(superuserUrl: string): Promise<postgres.Sql | undefined> {
  const sql = postgres(superuserUrl, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null, // the lock lives as long as its connection
    fetch_types: false,
    connect_timeout: 10,
    connection: { application_name: "odys lease" },
    onnotice: () => undefined,
  });
  try {
    // Waits while somebody who leaves holds it alone, until their server is gone.
    await sql`select pg_advisory_lock_shared(${LEASE})`;
    return sql;
  } catch (error) {
    await sql.end({ timeout: 0 });
    if (error instanceof postgres.PostgresError && error.code.startsWith("28"))
      throw new Error("The embedded PostgreSQL refuses its own password", { cause: error });
    return undefined;
  }
}

function leaveOnce(site: Site, lease: postgres.Sql): () => Promise<void> {
  let leaving: Promise<void> | undefined;
  return () => (leaving ??= leave(site, lease));
}

async function leave(site: Site, lease: postgres.Sql): Promise<void> {
  try {
    await lease`select pg_advisory_unlock_shared(${LEASE})`;
    const [row] = await lease<{ last: boolean }[]>`select pg_try_advisory_lock(${LEASE}) as last`;
    if (row?.last) await stopServer(site);
  } catch (error) {
    if ((await runningServer(site.dataDir))?.ready) throw error; // otherwise it is gone already
  } finally {
    await lease.end({ timeout: 0 });
  }
}
