import { spawn } from "node:child_process";
import type { Owner } from "./owner.ts";

/**
 * Runs one of the server's programs to its end and returns what it printed.
 * Throws with that text when it fails. Nothing of our environment reaches it but a plain locale:
 * a `PGOPTIONS` of the user must not reconfigure this server.
 */
export function run(
  program: string,
  args: string[],
  { owner, input }: { owner: Owner | undefined; input?: string },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...owner,
      detached: true, // a Ctrl-C in the terminal is for us, who may still need it
      cwd: "/", // ours may be closed to the server's user
      env: {
        PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
        LC_ALL: "C",
        NODE_ENV: "production", // means nothing to PostgreSQL; Next's types demand it of every environment
      },
      stdio: "pipe",
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    // Not "close": a server that a program leaves behind may hold its pipes open.
    child.on("exit", (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${program} failed (${code ?? signal}): ${output.trim()}`));
    });
    child.stdin.on("error", () => undefined); // it ended without reading
    child.stdin.end(input ?? "");
  });
}

/** Whether a process of this number exists, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
