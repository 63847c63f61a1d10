import { randomBytes, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { giveTo, type Owner, type Site } from "./owner.ts";
import { isAlive, run } from "./run.ts";

/** What only we need to know about a cluster; a file in its folder, readable by its owner. */
export interface Secrets {
  password: string;
  superuserPassword: string;
  /** The port it used last, asked for again. */
  port?: number;
}

const secretsFile = (dataDir: string) => join(dataDir, "odys.json");

/** Throws when the folder holds no cluster of ours. */
export function readSecrets(dataDir: string): Secrets {
  return JSON.parse(readFileSync(secretsFile(dataDir), "utf8")) as Secrets;
}

/** Keeps the port for the next start, so that tools configured for it go on working. */
export function rememberPort({ dataDir, owner }: Site, port: number): void {
  const secrets = readSecrets(dataDir);
  if (secrets.port !== port) writeSecrets(dataDir, owner, { ...secrets, port });
}

function writeSecrets(dataDir: string, owner: Owner | undefined, secrets: Secrets): void {
  const part = `${secretsFile(dataDir)}.${randomUUID()}`;
  writeFileSync(part, JSON.stringify(secrets), { mode: 0o600 });
  giveTo(owner, part);
  renameSync(part, secretsFile(dataDir));
}

/**
 * Makes the cluster if there is none: in a folder beside it, renamed when it is complete with role
 * and database, so that no crash leaves half of one, and of two that make it at once one wins.
 */
export async function initialiseOnce(site: Site, durable: boolean): Promise<boolean> {
  if (existsSync(join(site.dataDir, "PG_VERSION"))) return false;
  const part = `${site.dataDir}.new-${process.pid}-${randomUUID()}`;
  removeAbandoned(site.dataDir);
  try {
    await initialise(site, part, durable);
    try {
      renameSync(part, site.dataDir); // an empty folder there is replaced, a full one is not
    } catch (error) {
      if (existsSync(join(site.dataDir, "PG_VERSION"))) return false; // somebody else was faster
      throw new Error(`${site.dataDir} is not empty and holds no PostgreSQL data`, {
        cause: error,
      });
    }
    return true;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Half-made clusters of processes that were killed. */
function removeAbandoned(dataDir: string): void {
  for (const name of readdirSync(dirname(dataDir))) {
    const [, pid] = name.startsWith(basename(dataDir)) ? (/\.new-(\d+)-/.exec(name) ?? []) : [];
    if (pid && !isAlive(Number(pid)))
      rmSync(join(dirname(dataDir), name), { recursive: true, force: true });
  }
}

async function initialise(site: Site, dir: string, durable: boolean): Promise<void> {
  const { owner, binaries } = site;
  // Random secrets of 192 bits need no slow hash; one iteration keeps connecting fast.
  const secret = () => randomBytes(24).toString("hex");
  const secrets: Secrets = { password: secret(), superuserPassword: secret() };
  const passwordFile = `${dir}.password`;
  mkdirSync(dir, { mode: 0o700 });
  giveTo(owner, dir);
  try {
    writeFileSync(passwordFile, secrets.superuserPassword, { mode: 0o600 });
    giveTo(owner, passwordFile);
    await run(
      binaries.initdb,
      [
        `--pgdata=${dir}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // The one locale with Unicode rules that is the same on every system.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--set=scram_iterations=1",
        ...(durable ? [] : ["--no-sync"]),
      ],
      { owner },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  await run(binaries.postgres, ["--single", "-D", dir, "-c", "exit_on_error=on", "postgres"], {
    owner,
    input:
      `create role odys login createrole createdb nosuperuser nobypassrls password '${secrets.password}';\n` +
      "create database odys owner odys;\n",
  });
  writeSecrets(dir, owner, secrets);
}
