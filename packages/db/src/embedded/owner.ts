import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createHash, randomUUID } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import { binariesIn, type Binaries } from "./binaries.ts";

/** The system user that the server runs as, where it is not ourselves. */
export interface Owner {
  uid: number;
  gid: number;
}

/** Where the server can run: its programs, its data, and as whom. */
export interface Site {
  binaries: Binaries;
  dataDir: string;
  owner: Owner | undefined;
  /** Whether the data lies outside the asked folder, because that user could not have reached it. */
  moved: boolean;
}

/**
 * PostgreSQL refuses to run as root, so root runs it as the system user `postgres`, made if it is
 * missing, or else as `nobody`. That user must be able to reach programs and data; what lies where
 * the way is closed (a clone in /root) moves to `/var/tmp/odys-<hash of the folder>`.
 */
export function prepareSite(dir: string, installed: Binaries, uid = process.getuid?.()): Site {
  mkdirSync(dirname(resolve(dir)), { recursive: true });
  // One name per folder: processes find each other's server by it.
  const wanted = join(realpathSync(dirname(resolve(dir))), basename(dir));
  const made = statSync(wanted, { throwIfNoEntry: false });
  if (uid !== 0) {
    if (made && uid !== undefined && made.uid !== uid)
      throw new Error(`${wanted} belongs to another user; run as that user or set DATABASE_URL`);
    return { binaries: installed, dataDir: wanted, owner: undefined, moved: false };
  }

  // Data that an ordinary user made stays that user's.
  const owner = made && made.uid !== 0 ? { uid: made.uid, gid: made.gid } : serverUser();
  const reached = reaches(owner, dirname(wanted));
  return {
    binaries: reaches(owner, installed.postgres) ? installed : copyPrograms(installed),
    dataDir: reached ? wanted : join(sharedFolder(wanted), "postgres"),
    owner,
    moved: !reached,
  };
}

/** /var/tmp is everybody's: a folder that somebody else put there first is not used. */
function sharedFolder(of: string): string {
  const home = `/var/tmp/odys-${createHash("sha256").update(of).digest("hex").slice(0, 12)}`;
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (lstatSync(home).uid !== 0) throw new Error(`${home} belongs to another user; remove it`);
  chmodSync(home, 0o755); // whatever the umask is
  return home;
}

function copyPrograms(from: Binaries): Binaries {
  // The folder of the package names its version, so that an upgrade is copied again.
  const target = join(sharedFolder(from.root), "server");
  if (!existsSync(target)) {
    const part = `${target}.${randomUUID()}`;
    cpSync(from.root, part, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", part]);
    try {
      renameSync(part, target);
    } catch (error) {
      rmSync(part, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    }
  }
  return binariesIn(target);
}

/** Whether this user may run the program, or pass through the folder, and everything above it. */
export function reaches({ uid, gid }: Owner, path: string): boolean {
  for (let at = realpathSync(path); ; at = dirname(at)) {
    const { mode, uid: user, gid: group } = statSync(at);
    const bit = user === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

const MAKE_USER: [string, string[]][][] = [
  [
    [
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", "postgres"],
    ],
  ],
  [
    ["addgroup", ["-S", "postgres"]],
    ["adduser", ["-S", "-D", "-H", "-G", "postgres", "-s", "/bin/false", "postgres"]],
  ],
];

function serverUser(): Owner {
  const existing = userIds("postgres");
  if (existing) return existing;
  for (const commands of MAKE_USER) {
    try {
      for (const [program, args] of commands) execFileSync(program, args, { stdio: "ignore" });
    } catch {
      continue; // another kind of system
    }
    const made = userIds("postgres");
    if (made) return made;
  }
  const nobody = userIds("nobody");
  if (nobody) return nobody;
  throw new Error(
    "PostgreSQL does not run as root, and no system user `postgres` could be made; make one, run as an ordinary user, or set DATABASE_URL",
  );
}

function userIds(name: string): Owner | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }).toString());
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

/** Gives a fresh folder to the server's user. */
export function giveTo(owner: Owner | undefined, path: string): void {
  if (owner) chownSync(path, owner.uid, owner.gid);
}
