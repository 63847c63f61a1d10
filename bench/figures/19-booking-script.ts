import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Figure, figureOf } from "../src/figure.ts";
import { gzippedKilobytes, scriptsOf } from "../src/scripts.ts";

export const figure = 19;

const ROOT = join(import.meta.dirname, "../..");
const WEB = join(ROOT, "apps/web", process.env.NEXT_DIST_DIR ?? ".next");
const EMPTY = join(import.meta.dirname, "../next-host");
const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");
const PORT = 3919;
const PAGES = ["/p/ana-souza", "/"];

/**
 * JavaScript that a page loads beyond what Next sends with an empty one: gzip of each file that its
 * HTML names, in the production build. Of the booking page with a service chosen, so that all of its
 * steps count.
 */
export async function run(): Promise<Figure[]> {
  if (!existsSync(join(WEB, "BUILD_ID")))
    throw new Error("not run: there is no production build (pnpm build)");
  const env = {
    ...process.env,
    ODYS_DATA_DIR: join(ROOT, ".odys/bench-script"),
    PORT: String(PORT),
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const baseline = emptyPage(env);
  const seeded = spawnSync(process.execPath, ["scripts/db.ts", "seed"], { cwd: ROOT, env });
  if (seeded.status !== 0) throw new Error(String(seeded.stderr));
  const server = spawn(process.execPath, ["apps/web/server.ts"], {
    cwd: ROOT,
    env,
    stdio: "ignore",
  });
  const gone = new Promise((resolve) => server.once("exit", resolve));
  try {
    const html = await Promise.all(PAGES.map(readPage));
    return html.map((text, index) => {
      const total = gzippedKilobytes(WEB, scriptsOf(text));
      const line = {
        figure,
        name: `JavaScript of ${PAGES[index]} over an empty page`,
        unit: "kB gzip",
        goal: 30,
        note: `${total.toFixed(1)} in all, ${baseline.toFixed(1)} of them of the empty page`,
      };
      return figureOf(line, "lower", [total - baseline]);
    });
  } finally {
    server.kill("SIGTERM");
    await gone;
  }
}

/** What Next sends with a page in which nothing is, built by the same Next. */
function emptyPage(env: NodeJS.ProcessEnv): number {
  const own = { ...env, NEXT_DIST_DIR: ".next" };
  const built = spawnSync(process.execPath, [NEXT, "build"], { cwd: EMPTY, env: own });
  if (built.status !== 0) throw new Error(`${String(built.stdout)}${String(built.stderr)}`);
  const dist = join(EMPTY, ".next");
  const html = readFileSync(join(dist, "server/app/index.html"), "utf8");
  return gzippedKilobytes(dist, scriptsOf(html));
}

async function readPage(path: string): Promise<string> {
  for (let left = 300; left > 0; left--) {
    const answer = await fetch(`http://localhost:${PORT}${path}`).catch(() => null);
    if (answer?.ok) return answer.text();
    await sleep(100);
  }
  throw new Error(`${path} does not answer`);
}
