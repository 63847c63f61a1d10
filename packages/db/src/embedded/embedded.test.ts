import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect } from "../client.ts";
import { startEmbedded, type Embedded } from "../embedded.ts";
import { installedBinaries } from "./binaries.ts";
import { prepareSite, reaches } from "./owner.ts";
import { runningServer } from "./postmaster.ts";

const NODE = join(import.meta.dirname, "../../../../node_modules/.bin/node");
/** Making a cluster is a thousand files, slow on some disks. */
const MEMORY = "/dev/shm";
const HOLD = join(import.meta.dirname, "fixtures/hold.ts");

let home: string;
let dir: string;
const copies: ChildProcess[] = [];

beforeEach(() => {
  home = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), "odys-embedded-"));
  chmodSync(home, 0o755);
  dir = join(home, "postgres");
});
afterEach(async () => {
  for (const copy of copies.splice(0)) copy.kill("SIGKILL");
  if (await runningServer(dir)) await (await startEmbedded({ dir })).stop();
  rmSync(home, { recursive: true, force: true });
});

type Copy = { child: ChildProcess; url: string; dataDir: string };

/** A copy of the app in a process group of its own, as a terminal makes it. */
async function startCopy(as: { uid?: number; gid?: number } = {}): Promise<Copy> {
  const child = spawn(NODE, [HOLD, dir], {
    ...as,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  copies.push(child);
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  for await (const line of createInterface(child.stdout))
    return { child, ...(JSON.parse(line) as { url: string; dataDir: string }) };
  throw new Error(`It did not start: ${errors}`);
}

/** Ctrl-C: SIGINT to the whole group of the terminal. */
async function interrupt({ child }: Copy): Promise<unknown> {
  process.kill(-(child.pid ?? NaN), "SIGINT");
  const [code] = (await once(child, "exit")) as [number | null];
  return code;
}

async function kill({ child }: Copy): Promise<void> {
  process.kill(-(child.pid ?? NaN), "SIGKILL");
  await once(child, "exit");
}

async function withSql<T>(
  url: string,
  work: (sql: ReturnType<typeof connect>["sql"]) => Promise<T>,
) {
  const { sql, close } = connect(url, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await close();
  }
}

const visits = (url: string) => withSql(url, async (sql) => (await sql`select from visits`).length);
const makeVisits = (url: string) =>
  withSql(url, (sql) => sql`create table visits (at timestamptz not null)`);
const visit = (url: string) => withSql(url, (sql) => sql`insert into visits values (now())`);
const serverPid = async () => (await runningServer(dir))?.pid;

test("the second start keeps port and data and is fast; the role is an ordinary one", async () => {
  const first = await startEmbedded({ dir });
  await makeVisits(first.url);
  await visit(first.url);
  await first.stop();
  await first.stop();
  expect(await serverPid()).toBeUndefined();

  const start = performance.now();
  const second = await startEmbedded({ dir });
  expect(performance.now() - start).toBeLessThan(2_000); // about 150 ms; the machine may be busy
  expect(second.url).toBe(first.url);
  expect(await visits(second.url)).toBe(1);
  const [role] = await withSql(
    second.url,
    (sql) => sql`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, current_database() as database,
      pg_get_userbyid(datdba) as owner, pg_encoding_to_char(encoding) as encoding, upper('é') as upper
    from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  );
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: true,
    rolcreatedb: true,
    database: "odys",
    owner: "odys",
    encoding: "UTF8",
    upper: "É",
  });
  await second.stop();
});

test("a Ctrl-C reaches the app and not its server, which is there until the app lets go", async () => {
  const copy = await startCopy();
  await makeVisits(copy.url);
  expect(await interrupt(copy)).toBe(0);
  expect(await serverPid()).toBeUndefined();

  const again = await startEmbedded({ dir });
  expect(await visits(again.url)).toBe(1); // written during the shutdown
  await again.stop();
});

test("copies that start at once share one server, and the last to leave stops it", async () => {
  const started = await Promise.all([startCopy(), startCopy(), startCopy()]);
  expect(new Set(started.map(({ url }) => url)).size).toBe(1);
  await makeVisits(started[0].url);
  const pid = await serverPid();
  for (const copy of started) {
    expect(await serverPid()).toBe(pid);
    expect(await interrupt(copy)).toBe(0);
  }
  expect(await serverPid()).toBeUndefined();
  expect(readdirSync(home)).toEqual(["postgres"]); // nothing half-made beside it
});

test("leaving and joining at the same moment leaves a server or starts one", async () => {
  let current: Embedded = await startEmbedded({ dir });
  await makeVisits(current.url);
  for (let round = 0; round < 5; round += 1) {
    const [next] = await Promise.all([startEmbedded({ dir }), current.stop()]);
    await visit(next.url);
    current = next;
  }
  expect(await visits(current.url)).toBe(5);
  await current.stop();
});

test("a killed copy leaves its server, which the next one joins and stops", async () => {
  const copy = await startCopy();
  await makeVisits(copy.url);
  const pid = await serverPid();
  await kill(copy);
  const next = await startEmbedded({ dir });
  expect(await serverPid()).toBe(pid);
  expect(await visits(next.url)).toBe(0);
  await next.stop();
  expect(await serverPid()).toBeUndefined();
});

test("a killed server loses nothing that was committed", async () => {
  const copy = await startCopy();
  await makeVisits(copy.url);
  await visit(copy.url);
  const pid = await serverPid();
  await kill(copy);
  process.kill(pid ?? NaN, "SIGKILL");
  expect(existsSync(join(dir, "postmaster.pid"))).toBe(true);
  const next = await startEmbedded({ dir });
  expect(await visits(next.url)).toBe(1);
  await next.stop();
});

test("a pid file from before a reboot may name any program by now", async () => {
  const first = await startEmbedded({ dir });
  const file = readFileSync(join(dir, "postmaster.pid"), "utf8");
  await first.stop();
  const { owner } = prepareSite(dir, installedBinaries());
  const other = spawn("sleep", ["60"], { ...owner, cwd: "/" });
  copies.push(other);
  writeFileSync(join(dir, "postmaster.pid"), file.replace(/^\d+/, String(other.pid)));
  const second = await startEmbedded({ dir });
  expect(await serverPid()).not.toBe(other.pid);
  await second.stop();
});

test("a folder that somebody died in while making it is not taken for data", async () => {
  mkdirSync(`${dir}.new-999999999-x`, { recursive: true });
  mkdirSync(dir); // an empty folder is fine
  const server = await startEmbedded({ dir });
  expect(readdirSync(home)).toEqual(["postgres"]);
  await server.stop();
});

test("another program on its port makes it take another one", async () => {
  const first = await startEmbedded({ dir });
  await first.stop();
  const { createServer } = await import("node:net");
  const squatter = createServer().listen(Number(new URL(first.url).port), "127.0.0.1");
  await once(squatter, "listening");
  const second = await startEmbedded({ dir });
  expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
  await withSql(second.url, (sql) => sql`select 1`);
  await second.stop();
  squatter.close();
});

test("a folder that holds something else is left alone, and the message says so", async () => {
  mkdirSync(dir);
  writeFileSync(join(dir, "letter.txt"), "dear");
  await expect(startEmbedded({ dir })).rejects.toThrow(/is not empty/);
  expect(readdirSync(dir)).toEqual(["letter.txt"]);
  rmSync(dir, { recursive: true });
});

// What differs for root can only be tried as root.
describe("as root", () => {
  if (process.getuid?.() !== 0) return;
  test("in a folder closed to others, programs and data move to where they can be reached", async () => {
    chmodSync(home, 0o700);
    const lines: string[] = [];
    const server = await startEmbedded({ dir, log: (line) => lines.push(line) });
    expect(server.dataDir).toMatch(/^\/var\/tmp\/odys-/);
    expect(lines[0]).toContain(server.dataDir);
    await withSql(server.url, (sql) => sql`select 1`);
    await server.stop();
    expect(existsSync(dir)).toBe(false);
    rmSync(join(server.dataDir, ".."), { recursive: true });
    chmodSync(home, 0o755);
  });

  // Whom a closed folder above the repository keeps out, could not run this copy of it either.
  const nobody = { uid: 65_534, gid: 65_534 };
  if (!reaches(nobody, NODE)) return;
  test("an ordinary user runs it as themselves, and root joins what they made", async () => {
    chownSync(home, nobody.uid, nobody.gid);
    const copy = await startCopy(nobody);
    await makeVisits(copy.url);
    const joined = await startEmbedded({ dir });
    expect(joined.url).toBe(copy.url);
    await joined.stop();
    expect(await interrupt(copy)).toBe(0);
    const alone = await startEmbedded({ dir });
    expect(await visits(alone.url)).toBe(1);
    await alone.stop();
  });
});
