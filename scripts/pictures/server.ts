import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../apps/web/e2e/support/port.ts";

const ROOT = join(import.meta.dirname, "../..");
const PATIENCE_MS = 120_000;

export interface ShownApp {
  origin: string;
  /** What it wrote, for when something goes wrong. */
  log: () => string;
  stop: () => Promise<void>;
}

/** The app as `pnpm dev` runs it, on data of its own that are gone afterwards. `now` is an ISO instant. */
export async function startApp(now: string): Promise<ShownApp> {
  const dataDir = mkdtempSync(join(tmpdir(), "odys-shots-"));
  chmodSync(dataDir, 0o755); // root's PostgreSQL runs as somebody else, who must get in
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const clock = join(ROOT, "scripts/pictures/clock.ts");
  const server = join(ROOT, "apps/web/server.ts");
  const child = spawn(process.execPath, ["--import", clock, server], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "development",
      PORT: String(port),
      APP_URL: origin,
      DATABASE_URL: "",
      REDIS_URL: "",
      ODYS_DATA_DIR: dataDir,
      RATE_LIMIT_FACTOR: "1000",
      LOG_LEVEL: "warn",
      NEXT_DIST_DIR: ".next-shots",
      NEXT_TELEMETRY_DISABLED: "1",
      SHOTS_NOW: now,
    },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => (log = (log + String(chunk)).slice(-20_000)));
  let gone = false;
  const closed = new Promise<void>((resolve) => {
    child.on("close", () => {
      gone = true;
      rmSync(dataDir, { recursive: true, force: true });
      resolve();
    });
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await closed;
  };

  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void stop().then(() => process.exit(1)));

  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && !gone) {
    const answer = await fetch(`${origin}/api/health/ready`).catch(() => null);
    if (answer?.ok) return { origin, log: () => log, stop };
    await sleep(250);
  }
  await stop();
  throw new Error(`the app did not start:\n${log}`);
}
