import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { LoadOrder, LoadResult } from "./load.ts";

/** Starts a server in a process of its own. Resolves with its port. */
export function startHost(file: string, args: string[], env: Record<string, string> = {}) {
  const child = fork(join(import.meta.dirname, file), args, {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production", ...env },
  });
  return new Promise<{ port: number; stop(): void }>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`${file} ${args[0]} ended with ${code}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      const port = Number(chunk.toString());
      if (port > 0) resolve({ port, stop: () => stop(child) });
    });
  });
}

function stop(child: ChildProcess): void {
  child.removeAllListeners("exit");
  child.kill("SIGKILL");
}

/** A load generator in a process of its own. */
export function startLoad() {
  const child = fork(join(import.meta.dirname, "load.ts"), { stdio: "inherit" });
  return {
    run: (order: LoadOrder) =>
      new Promise<LoadResult>((resolve, reject) => {
        child.once("error", reject);
        child.once("message", (result) => {
          child.off("error", reject);
          resolve(result as LoadResult);
        });
        child.send(order);
      }),
    stop: () => void child.kill("SIGKILL"),
  };
}
