import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const secrets = z.object({ authSecret: z.string().min(32), cronSecret: z.string().min(32) });
export type Secrets = z.infer<typeof secrets>;

/**
 * The secrets of a person's own machine, made at the first start and kept in `secrets.json`, readable
 * by the owner alone. Two processes that start at once get the same. Throws when the file is broken.
 */
export function ownSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  const made: Secrets = {
    authSecret: randomBytes(32).toString("hex"),
    cronSecret: randomBytes(32).toString("hex"),
  };
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}`;
  try {
    return secrets.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (!isMissing(error)) throw new Error(`${file} is not readable; delete it to get new ones`);
  }
  writeFileSync(draft, JSON.stringify(made, null, 2), { mode: 0o600 });
  try {
    linkSync(draft, file); // whole or not at all, and only the first
  } catch {
    // Somebody was faster; theirs count.
  } finally {
    rmSync(draft, { force: true });
  }
  return secrets.parse(JSON.parse(readFileSync(file, "utf8")));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
