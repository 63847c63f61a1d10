import lighthouse from "lighthouse";
import { startApp } from "../src/app.ts";
import { startChromium } from "../src/chromium.ts";
import { type Figure, figureOf, median } from "../src/figure.ts";

export const figure = 19;

const PORT = 3920;
const DEBUG_PORT = 3929;
const ROUNDS = 5;
const PAGES = ["/", "/p/ana-souza"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
type Category = (typeof CATEGORIES)[number];
type Round = Record<Category | "lcp" | "tbt" | "cls", number>;

/**
 * Lighthouse with its own settings for a phone (slow 4G, a processor a quarter as fast, both
 * simulated) on the production build, the pages taking turns; a browser of its own for each round.
 */
export async function run(): Promise<Figure[]> {
  const app = await startApp(PORT, "bench-lighthouse");
  try {
    for (const page of PAGES) await fetch(`${app.origin}${page}`); // warm
    const rounds = new Map(PAGES.map((page) => [page, [] as Round[]]));
    const missing = new Map(PAGES.map((page) => [page, new Set<string>()]));
    for (let round = 0; round < ROUNDS; round++) {
      const order = round % 2 ? PAGES.toReversed() : PAGES;
      for (const page of order) {
        const { result, lost } = await look(`${app.origin}${page}`);
        rounds.get(page)?.push(result);
        for (const audit of lost) missing.get(page)?.add(audit);
      }
    }
    return PAGES.flatMap((page) =>
      lines(page, rounds.get(page) ?? [], [...(missing.get(page) ?? [])]),
    );
  } finally {
    await app.stop();
  }
}

async function look(url: string): Promise<{ result: Round; lost: string[] }> {
  const browser = await startChromium(DEBUG_PORT);
  try {
    const found = await lighthouse(url, {
      port: browser.port,
      logLevel: "error",
      output: "json",
      onlyCategories: [...CATEGORIES],
    });
    if (!found || found.lhr.runtimeError)
      throw new Error(found?.lhr.runtimeError?.message ?? "no result");
    const { categories, audits } = found.lhr;
    const scoreOf = (name: Category) => (categories[name]?.score ?? 0) * 100;
    const valueOf = (name: string) => audits[name]?.numericValue ?? Number.NaN;
    const counted = Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
    );
    const lost = counted.filter((id) => {
      const score = audits[id]?.score ?? null;
      return score !== null && score < 0.9;
    });
    return {
      lost,
      result: {
        performance: scoreOf("performance"),
        accessibility: scoreOf("accessibility"),
        "best-practices": scoreOf("best-practices"),
        seo: scoreOf("seo"),
        lcp: valueOf("largest-contentful-paint") / 1000,
        tbt: valueOf("total-blocking-time"),
        cls: valueOf("cumulative-layout-shift"),
      },
    };
  } finally {
    await browser.stop();
  }
}

function lines(page: string, rounds: readonly Round[], missing: readonly string[]): Figure[] {
  const of = (key: keyof Round) => rounds.map((round) => round[key]);
  const note = missing.length > 0 ? `below 0.9: ${missing.join(", ")}` : undefined;
  const scores = CATEGORIES.map((name) => `${name} ${median(of(name)).toFixed(0)}`).join(", ");
  const lowest = rounds.map((round) => Math.min(...CATEGORIES.map((name) => round[name])));
  return [
    figureOf(
      {
        figure,
        name: `Lighthouse of ${page}, lowest of the four`,
        unit: "points",
        goal: 95,
        note: [scores, note].filter(Boolean).join("; "),
      },
      "higher",
      lowest,
    ),
    figureOf({ figure, name: `LCP of ${page}`, unit: "s", goal: 1.5 }, "lower", of("lcp")),
    figureOf({ figure, name: `TBT of ${page}`, unit: "ms", goal: 100 }, "lower", of("tbt")),
    figureOf({ figure, name: `CLS of ${page}`, unit: "", goal: 0.02 }, "lower", of("cls")),
  ];
}
