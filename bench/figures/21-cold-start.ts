import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEmbedded } from "@odys/db/embedded";
import { type Figure, figureOf } from "../src/figure.ts";

export const figure = 21;

const ROOT = join(import.meta.dirname, "../..");
const DATA = join(ROOT, ".odys/bench-start");
const DIST = process.env.NEXT_DIST_DIR ?? ".next";
const PORT = 3921;
const ROUNDS = 5;
const PAGES = ["/", "/p/ana-souza", "/sign-in"];

/**
 * The production server with the embedded PostgreSQL and the demo's data: seconds from its start until
 * it says that it is ready, and the memory of all its processes together after some pages.
 */
export async function run(): Promise<Figure[]> {
  if (!existsSync(join(ROOT, "apps/web", DIST, "BUILD_ID")))
    throw new Error("not run: there is no production build (pnpm build)");
  const env = {
    ...process.env,
    ODYS_DATA_DIR: DATA,
    PORT: String(PORT),
    NODE_ENV: "production" as const,
  };
  const seeded = spawnSync(process.execPath, ["scripts/db.ts", "seed"], { cwd: ROOT, env });
  if (seeded.status !== 0) throw new Error(String(seeded.stderr));
  const { dataDir, stop } = await startEmbedded({ dir: join(DATA, "postgres") });
  await stop(); // everything is there, and nothing runs

  const starts: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    const server = spawn(process.execPath, ["apps/web/server.ts"], {
      cwd: ROOT,
      env,
      stdio: "ignore",
    });
    await ready(server);
    starts.push((performance.now() - started) / 1000);
    for (const page of PAGES) await (await fetch(`http://localhost:${PORT}${page}`)).text();
    memory.push(megabytes([server.pid ?? 0, postmasterOf(dataDir)]));
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await gone;
  }
  return [
    figureOf({ figure, name: "cold start to ready", unit: "s", goal: 3 }, "lower", starts),
    figureOf(
      {
        figure,
        name: "memory of the whole",
        unit: "MB",
        goal: 1024,
        note: "proportional set size of server and PostgreSQL, after three pages",
      },
      "lower",
      memory,
    ),
  ];
}

async function ready(server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const ok = await fetch(`http://localhost:${PORT}/api/health/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (ok) return;
    await sleep(10);
  }
}

function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n", 1)[0]);
}

/** Of these processes and their children. What they share is counted once (`Pss`). */
function megabytes(roots: readonly number[]): number {
  const all = readdirSync("/proc").map(Number).filter(Boolean);
  const ofTree = all.filter((pid) => roots.includes(pid) || roots.includes(parentOf(pid)));
  let kilobytes = 0;
  for (const pid of ofTree) {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return 0; // gone meanwhile
  }
}
