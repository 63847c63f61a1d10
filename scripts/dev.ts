import { spawn } from "node:child_process";
import { join } from "node:path";

// `pnpm dev`: everything, with no environment variables at all.
const ROOT = join(import.meta.dirname, "..");
const port = process.env.PORT || "3000";

const child = spawn(process.execPath, [join(ROOT, "apps/web/server.ts")], {
  stdio: "inherit",
  env: {
    ...process.env,
    NODE_ENV: "development",
    PORT: port,
    NEXT_TELEMETRY_DISABLED: process.env.NEXT_TELEMETRY_DISABLED || "1",
    // Next locks the folder it builds in: another copy on another port gets another one.
    NEXT_DIST_DIR: process.env.NEXT_DIST_DIR || (port === "3000" ? ".next" : `.next-${port}`),
  },
});

// A Ctrl-C in the terminal reaches the server by itself; a signal to this process alone does not.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("error", (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
child.on("close", (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
