import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "@odys/db/client";
import { startEmbedded } from "@odys/db/embedded";
import { migrate } from "@odys/db/migrate";
import { seedDemo } from "@odys/db/seed/demo";

// The app as people run it, for browser tests: the production build, an empty data folder with the
// demo in it, and limits that one address cannot reach.
const dataDir = mkdtempSync(join(tmpdir(), "odys-e2e-"));
chmodSync(dataDir, 0o755); // root's PostgreSQL runs as somebody else, who must get in
const database = await startEmbedded({ dir: join(dataDir, "postgres"), durable: false });
await migrate(database.url);
const { db, close } = connect(database.url, { max: 1 });
await seedDemo(db, Date.now());
await close();

const server = spawn(process.execPath, [join(import.meta.dirname, "../../server.ts")], {
  stdio: "inherit",
  env: {
    ...process.env,
    NODE_ENV: "production",
    PORT: process.env.E2E_PORT,
    APP_URL: `http://localhost:${process.env.E2E_PORT}`,
    ODYS_DATA_DIR: dataDir,
    ODYS_OPEN_MAILBOX: "1",
    RATE_LIMIT_FACTOR: "1000",
    LOG_LEVEL: "warn",
    NEXT_TELEMETRY_DISABLED: "1",
  },
});
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => server.kill("SIGTERM"));
server.on("close", (code) => {
  void database.stop().finally(() => {
    rmSync(dataDir, { recursive: true, force: true });
    process.exit(code ?? 0);
  });
});
