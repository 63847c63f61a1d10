import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import journal from "../../migrations/meta/_journal.json" with { type: "json" };
import { connect, type Sql } from "../client.ts";
import { startEmbedded } from "../embedded.ts";
import { isAlive } from "../embedded/run.ts";
import { migrate, migrationsFolder } from "../migrate.ts";
import { testSetting } from "./settings.ts";

export interface TestServer {
  /** The ordinary login role, in a database that is nobody's: only to make others from. */
  url: string;
  /** A migrated, empty database. Its name holds the hash of the migrations. */
  template: string;
  stop: () => Promise<void>;
}

const TEMPLATE_LOCK = 7_403_219;
const TEMPLATE_LIFE_MS = 3_600_000;

/**
 * A server for tests: joined if one of this working copy runs, else started in a folder that is
 * kept, so that a second run neither makes a cluster nor migrates. `durable` writes as production
 * does, for benches. `TEST_DATABASE_URL` names another server; its role must be allowed CREATEDB.
 */
export async function startTestServer({ durable = false } = {}): Promise<TestServer> {
  const given = testSetting("TEST_DATABASE_URL");
  if (given)
    return { url: given, template: await ensureTemplate(given), stop: async () => undefined };

  const dir = durable ? join(OWN, "test-durable") : volatileDir();
  const settings = { max_connections: "500", max_wal_size: "128MB" };
  const start = () => startEmbedded({ dir, durable, settings });
  const server = await start().catch((error: unknown) => {
    // Written without fsync, it may not have survived a power cut; there is nothing in it to save.
    if (!String(error).includes("did not start")) throw error;
    rmSync(dir, { recursive: true, force: true });
    return start();
  });
  await dropAbandoned(server.url);
  return { url: server.url, template: await ensureTemplate(server.url), stop: () => server.stop() };
}

const OWN = join(import.meta.dirname, "../../../../.odys");

/** In memory where the system offers enough of it: a clone is 300 files, slow to make on some disks. */
function volatileDir(): string {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return join(OWN, "test");
  const { bavail, bsize } = statfsSync(memory);
  if (bavail * bsize < 2e9) return join(OWN, "test");
  const hash = createHash("sha256").update(OWN).digest("hex").slice(0, 12);
  return join(memory, `odys-test-${userInfo().uid}-${hash}`);
}

function hashOfMigrations(): string {
  const hash = createHash("sha256");
  for (const { tag } of journal.entries)
    hash.update(readFileSync(join(migrationsFolder(), `${tag}.sql`)));
  return hash.digest("hex").slice(0, 12);
}

/** Migrates into a database of another name and renames it, so that a template is whole or not there. */
async function ensureTemplate(url: string): Promise<string> {
  const template = `odys_template_${hashOfMigrations()}`;
  const { sql, close } = connect(url, { max: 1, statementTimeout: 0 });
  try {
    await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`;
    const [found] = await sql`select from pg_database where datname = ${template}`;
    if (found) return template;
    await dropOldTemplates(sql);
    const part = `t_${process.pid}_${randomUUID().slice(0, 8)}`;
    await sql`create database ${sql(part)}`;
    await migrate(inDatabase(url, part));
    await sql`alter database ${sql(part)} rename to ${sql(template)}`;
    await sql.unsafe(`comment on database ${template} is '${new Date().toISOString()}'`);
    return template;
  } finally {
    await close();
  }
}

/** Templates of earlier migrations, but for those that a run still going on may use. */
async function dropOldTemplates(sql: Sql): Promise<void> {
  const rows = await sql<{ datname: string; made: string | null }[]>`
    select datname, shobj_description(oid, 'pg_database') as made from pg_database
    where datname like 'odys\\_template\\_%'`;
  for (const { datname, made } of rows)
    if (Date.now() - Date.parse(made ?? "1970-01-01") > TEMPLATE_LIFE_MS)
      await sql`drop database if exists ${sql(datname)} with (force)`;
}

/** Databases of runs that were killed: their names begin with the number of the process. */
async function dropAbandoned(url: string): Promise<void> {
  const { sql, close } = connect(url, { max: 1 });
  const rows = await sql<{ datname: string }[]>`
    select datname from pg_database where datname like 't\\_%'`;
  for (const { datname } of rows)
    if (!isAlive(Number(datname.split("_")[1])))
      await sql`drop database if exists ${sql(datname)} with (force)`;
  await close();
}

/** The same server and role, another database. */
export function inDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
}
