import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { readSecrets, rememberPort } from "./cluster.ts";
import type { Site } from "./owner.ts";
import { isAlive, run } from "./run.ts";

/** What a server says of itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

const LOG_LIMIT = 5_000_000;
const logFile = (dataDir: string) => join(dataDir, "server.log");

/** The server that runs on this folder, if one does; a file left behind by a crash is not one. */
export async function runningServer(dataDir: string): Promise<Postmaster | undefined> {
  const file = join(dataDir, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid || !isAlive(pid)) return undefined;
  if (!isServerOf(pid, dataDir) && (await isFree(port))) {
    // After a reboot the number may belong to some other program, and PostgreSQL would believe it.
    rmSync(file, { force: true });
    return undefined;
  }
  return { pid, port, ready: lines[7]?.trim() === "ready" };
}

function isServerOf(pid: number, dataDir: string): boolean {
  try {
    const command = existsSync("/proc/self/cmdline")
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
      : execFileSync("ps", ["-o", "command=", "-p", String(pid)]).toString();
    return command.includes("postgres") && command.includes(dataDir);
  } catch {
    return isAlive(pid); // nothing to look it up with: believe the file, as PostgreSQL does
  }
}

/**
 * Starts a server in a session of its own, so that a Ctrl-C meant for us does not reach it.
 * Returns when it accepts connections, or `false` when somebody else's start came first.
 * Throws with the end of its log when it cannot run.
 */
export async function startServer(site: Site, settings: Record<string, string>): Promise<boolean> {
  const log = logFile(site.dataDir);
  for await (const port of freePorts(site.dataDir)) {
    if (existsSync(log) && statSync(log).size > LOG_LIMIT) truncateSync(log);
    const before = existsSync(log) ? statSync(log).size : 0;
    const options = Object.entries({ port: String(port), ...settings });
    const flags = options.map(([name, value]) => `-c ${name}=${value}`).join(" ");
    try {
      const args = ["start", "-w", "-t", "60", "-D", site.dataDir, "-l", log, "-o", flags];
      await run(site.binaries.pgCtl, args, { owner: site.owner });
      rememberPort(site, port);
      return true;
    } catch (error) {
      const said = tail(log, before);
      if (/lock file .* already exists|pre-existing shared memory/.test(said)) return false;
      if (/could not bind|Address already in use/.test(said)) continue;
      throw new Error(`PostgreSQL did not start in ${site.dataDir}:\n${said.trim()}`, {
        cause: error,
      });
    }
  }
  throw new Error("No free port for PostgreSQL");
}

/** Stops it as `pg_ctl stop -m fast` does: open transactions roll back, everything is written. */
export async function stopServer(site: Site): Promise<void> {
  const args = ["stop", "-w", "-t", "60", "-m", "fast", "-D", site.dataDir];
  await run(site.binaries.pgCtl, args, { owner: site.owner });
}

function tail(file: string, from: number): string {
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(4096);
    const start = Math.max(from, statSync(file).size - buffer.length);
    return buffer.toString("utf8", 0, readSync(descriptor, buffer, 0, buffer.length, start));
  } finally {
    closeSync(descriptor);
  }
}

/** The port it had, then others of a range outside the ephemeral one, from a place of the folder's own. */
async function* freePorts(dataDir: string): AsyncGenerator<number> {
  const { port } = readSecrets(dataDir);
  const offset = createHash("sha256").update(dataDir).digest().readUInt16BE(0);
  const others = Array.from({ length: 100 }, (_, i) => 24_000 + ((offset + i) % 4_000));
  for (const candidate of port ? [port, ...others] : others)
    if (await isFree(candidate)) yield candidate;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
