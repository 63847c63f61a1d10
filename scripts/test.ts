import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const USAGE = `pnpm test [unit|api|e2e] [-- arguments for the runner]
  unit  what needs no database: shared, web, the checks of the house
  api   packages/db and packages/api on a real PostgreSQL
  e2e   the production build, then the browser tests
  (none: all of it)`;

const ROOT = join(import.meta.dirname, "..");
const WEB = join(ROOT, "apps/web");
const VITEST_PROJECTS = { unit: ["shared", "web", "checks"], api: ["db", "api"] } as const;
// Written by the runners, read for the count, gone at the end.
const REPORTS = mkdtempSync(join(tmpdir(), "odys-test-"));
process.on("exit", () => rmSync(REPORTS, { recursive: true, force: true }));

interface Count {
  readonly passed: number;
  readonly failed: number;
}

function run(title: string, cwd: string, args: string[], env: Record<string, string> = {}) {
  console.log(`\n── ${title} ──\n`);
  // The pinned Node and the pinned tools come first, also for what the tools themselves start.
  const path = [join(cwd, "node_modules/.bin"), join(ROOT, "node_modules/.bin"), process.env.PATH];
  const [command = "", ...rest] = args;
  const child = spawn(command, rest, {
    cwd,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, PATH: path.join(delimiter), NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  const stop = () => child.kill("SIGTERM");
  process.on("SIGTERM", stop);
  return new Promise<boolean>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      process.off("SIGTERM", stop);
      resolve(code === 0);
    });
  });
}

/** A runner that failed without naming a failed test (a crash, no report) is one failure. */
function count(ok: boolean, report: string, read: (json: Record<string, unknown>) => Count): Count {
  const { passed, failed } = existsSync(report)
    ? read(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 0 };
  return { passed, failed: ok || failed > 0 ? failed : 1 };
}

async function vitest(projects: readonly string[], extra: readonly string[]): Promise<Count> {
  const report = join(REPORTS, "vitest.json");
  const chosen = projects.map((project) => `--project=${project}`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ok = await run(`unit and integration: ${projects.join(", ") || "all"}`, ROOT, [
    "vitest",
    "run",
    ...chosen,
    ...reporters,
    ...extra,
  ]);
  return count(ok, report, ({ numPassedTests, numFailedTests }) => ({
    passed: Number(numPassedTests),
    failed: Number(numFailedTests),
  }));
}

async function browser(extra: readonly string[]): Promise<Count> {
  if (!(await run("production build", WEB, ["next", "build"]))) return { passed: 0, failed: 1 };
  const report = join(REPORTS, "playwright.json");
  const ok = await run("browser", WEB, ["playwright", "test", "--reporter=list,json", ...extra], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  // A test that passed only at the second try has failed once: it counts.
  return count(ok, report, ({ stats }) => {
    const all: Record<string, unknown> = Object(stats);
    const number = (key: string) => Number(all[key] ?? 0);
    return { passed: number("expected"), failed: number("unexpected") + number("flaky") };
  });
}

const [first, ...others] = process.argv.slice(2);
const part = first === "unit" || first === "api" || first === "e2e" ? first : undefined;
const extra = (part || first === undefined ? others : [first, ...others]).filter(
  (argument, index, all) => argument !== "--" || all.indexOf("--") !== index,
);
if (first === "--help" || (first !== undefined && !part && !first.startsWith("-"))) {
  console.error(USAGE);
  process.exit(2);
}

// Ctrl-C reaches the runner too; wait for it to put things away.
process.on("SIGINT", () => {});
const counts: Count[] = [];
if (part !== "e2e") counts.push(await vitest(part ? VITEST_PROJECTS[part] : [], extra));
if (part === "e2e" || part === undefined) counts.push(await browser(part ? extra : []));
const passed = counts.reduce((sum, one) => sum + one.passed, 0);
const failed = counts.reduce((sum, one) => sum + one.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
// A suite in which nothing ran has shown nothing.
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
