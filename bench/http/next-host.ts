import { spawn, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const DIR = join(import.meta.dirname, "../next-host");
const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");
const PATIENCE_MS = 30_000;

/** The same router behind a Next route handler, built and started as production; null when it does not build. */
export async function nextHost(url: string): Promise<{ port: number; stop(): void } | null> {
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    BENCH_DATABASE_URL: url,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const built = spawnSync(process.execPath, [NEXT, "build"], { cwd: DIR, env, encoding: "utf8" });
  if (built.status !== 0) {
    console.error(built.stdout, built.stderr);
    return null;
  }
  const port = await freePort();
  const server = spawn(process.execPath, [NEXT, "start", "-p", String(port), "-H", "127.0.0.1"], {
    cwd: DIR,
    env,
    stdio: "ignore",
  });
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const there = await fetch(`http://127.0.0.1:${port}/api/trpc/nope`).then(
      () => true,
      () => false,
    );
    if (there) return { port, stop: () => void server.kill("SIGKILL") };
    await sleep(100);
  }
  server.kill("SIGKILL");
  return null;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
