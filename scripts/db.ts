import { join, resolve } from "node:path";
import { connect } from "../packages/db/src/client.ts";
import { startEmbedded } from "../packages/db/src/embedded.ts";
import { migrate } from "../packages/db/src/migrate.ts";
import { seedDemo } from "../packages/db/src/seed/demo.ts";

const USAGE = `pnpm db:<what>, on DATABASE_URL or on the embedded PostgreSQL
  migrate  brings the schema to the newest version
  seed     puts the demo practice into it, unless it is there
  reset    empties it and does both again (--force where it is not on this machine)`;

const LOCAL = new Set(["localhost", "127.0.0.1", "::1", "[::1]"]);
/** What the migrations and the queue make. */
const SCHEMAS = ["public", "app", "auth", "drizzle", "pgboss"];

const say = (line: string) => console.log(line);

async function reset(url: string): Promise<void> {
  const { hostname } = new URL(url);
  if (!LOCAL.has(hostname) && !process.argv.includes("--force"))
    throw new Error(
      `${hostname} is not this machine. Everything in it would be lost; --force does it.`,
    );
  const { sql, close } = connect(url, { max: 1 });
  try {
    // A schema of somebody else's, such as that of a Supabase project, is left alone.
    const own = await sql<{ name: string }[]>`
      select nspname as name from pg_namespace
      where nspname = any(${SCHEMAS}) and pg_has_role(nspowner, 'usage')`;
    await sql.begin(async (tx) => {
      for (const { name } of own) await tx`drop schema ${tx(name)} cascade`;
      await tx`create schema if not exists public`;
      await tx`grant usage on schema public to public`;
    });
  } finally {
    await close();
  }
  say("Everything is gone");
}

async function seed(url: string): Promise<void> {
  const { db, close } = connect(url, { max: 1 });
  try {
    say((await seedDemo(db, Date.now())) ? "Demo: made" : "Demo: there already");
  } finally {
    await close();
  }
}

const STEPS: Record<string, ((url: string) => Promise<unknown>)[]> = {
  migrate: [(url) => migrate(url, say)],
  seed: [(url) => migrate(url, say), seed],
  reset: [reset, (url) => migrate(url, say), seed],
};

async function main(): Promise<void> {
  const steps = STEPS[process.argv[2] ?? ""];
  if (!steps) throw new Error(USAGE);
  const dataDir = process.env.ODYS_DATA_DIR;
  const dir = join(dataDir ? resolve(dataDir) : join(import.meta.dirname, "../.odys"), "postgres");
  const given = process.env.DATABASE_URL;
  const embedded = given ? null : await startEmbedded({ dir, log: say });
  try {
    for (const step of steps) await step(given ?? embedded?.url ?? "");
  } finally {
    await embedded?.stop();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
