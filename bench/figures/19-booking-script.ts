import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { startApp } from "../src/app.ts";
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
 * HTML names, in the production build.
 */
export async function run(): Promise<Figure[]> {
  const baseline = emptyPage();
  const app = await startApp(PORT, "bench-script");
  try {
    const figures: Figure[] = [];
    for (const page of PAGES) {
      const html = await (await fetch(`${app.origin}${page}`)).text();
      const total = gzippedKilobytes(WEB, scriptsOf(html));
      const line = {
        figure,
        name: `JavaScript of ${page} over an empty page`,
        unit: "kB gzip",
        goal: 30,
        note: `${total.toFixed(1)} in all, ${baseline.toFixed(1)} of them of the empty page`,
      };
      figures.push(figureOf(line, "lower", [total - baseline]));
    }
    return figures;
  } finally {
    await app.stop();
  }
}

/** What Next sends with a page in which nothing is, built by the same Next. */
function emptyPage(): number {
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const built = spawnSync(process.execPath, [NEXT, "build"], { cwd: EMPTY, env });
  if (built.status !== 0) throw new Error(`${String(built.stdout)}${String(built.stderr)}`);
  const dist = join(EMPTY, ".next");
  const html = readFileSync(join(dist, "server/app/index.html"), "utf8");
  return gzippedKilobytes(dist, scriptsOf(html));
}
