import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
// The largest first, so that the last to finish is not the last to start.
const PROJECTS = ["apps/web", "packages/api", "packages/db", "packages/shared", "bench", "scripts"];

interface Result {
  readonly project: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly output: string;
}

/** Type-checks one project from nothing: no incremental state, so the time is the cold time. */
function typecheck(project: string): Promise<Result> {
  const started = performance.now();
  const tsc = join(ROOT, "node_modules/.bin/tsc");
  const child = spawn(tsc, ["--noEmit", "--incremental", "false", "--pretty", "-p", project], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ project, ok: code === 0, ms: performance.now() - started, output }),
    );
  });
}

const started = performance.now();
const queue = PROJECTS.filter((project) => existsSync(join(ROOT, project, "tsconfig.json")));
const results: Result[] = [];
async function worker() {
  for (let project = queue.shift(); project; project = queue.shift())
    results.push(await typecheck(project));
}
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));

for (const { project, ok, ms, output } of results)
  console.log(
    `${ok ? "ok  " : "FAIL"} ${project} ${(ms / 1000).toFixed(1)} s\n${output}`.trimEnd(),
  );
console.log(
  `types of ${results.length} projects in ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
