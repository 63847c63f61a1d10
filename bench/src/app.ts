import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const ROOT = join(import.meta.dirname, "../..");

/** The production build with the demo's data, on a port of its own. Throws when there is no build. */
export async function startApp(port: number, name: string) {
  const dist = process.env.NEXT_DIST_DIR ?? ".next";
  if (!existsSync(join(ROOT, "apps/web", dist, "BUILD_ID")))
    throw new Error("not run: there is no production build (pnpm build)");
  const env = {
    ...process.env,
    ODYS_DATA_DIR: join(ROOT, `.odys/${name}`),
    PORT: String(port),
    NODE_ENV: "production" as const,
    RATE_LIMIT_FACTOR: "1000",
  };
  const seeded = spawnSync(process.execPath, ["scripts/db.ts", "seed"], { cwd: ROOT, env });
  if (seeded.status !== 0) throw new Error(String(seeded.stderr));
  const server = spawn(process.execPath, ["apps/web/server.ts"], {
    cwd: ROOT,
    env,
    stdio: "ignore",
  });
  const gone = new Promise((resolve) => server.once("exit", resolve));
  const origin = `http://localhost:${port}`;
  const stop = async () => {
    server.kill("SIGTERM");
    await gone;
  };
  for (let left = 600; left > 0; left--) {
    const answer = await fetch(`${origin}/api/health/ready`).catch(() => null);
    if (answer?.ok) return { origin, stop };
    await sleep(100);
  }
  await stop();
  throw new Error("the app does not become ready");
}
