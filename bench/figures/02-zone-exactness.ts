import assert from "node:assert/strict";
import { compareZone, type Edge } from "../slots/edges.ts";
import { askPostgres, type Verdict } from "../slots/postgres.ts";
import type { Figure } from "../src/figure.ts";

export const figure = 2;

/** Besides all edges near a change of clocks. */
const SAMPLE_EVERY = 20;

/** Counts, not times: there is one round, and nothing to be lucky about. */
export async function run(): Promise<Figure[]> {
  const zones = Intl.supportedValuesOf("timeZone");
  const sample: Edge[] = [];
  const sum = { windows: 0, mismatches: 0, offByDay: 0 };
  for (const zone of zones) {
    const compared = compareZone(zone, SAMPLE_EVERY);
    sum.windows += compared.windows;
    sum.mismatches += compared.mismatches;
    sum.offByDay += compared.offByDay;
    sample.push(...compared.sample);
  }
  assert(sum.windows >= 1_000_000, `only ${sum.windows} windows`);
  assert(sample.length >= 50_000, `only ${sample.length} edges for PostgreSQL`);
  return [
    {
      ...count(sum.mismatches),
      name: "windows that begin or end elsewhere than an Intl oracle says",
      peers: { "one offset a day": sum.offByDay },
      note: `of ${sum.windows} zone × day × window: ${zones.length} zones, 2024–2030, tz ${process.versions.tz}`,
    },
    toFigure(await askPostgres(sample), sample.length),
  ];
}

function toFigure(verdict: Verdict, asked: number): Figure {
  const { same, ambiguous, skipped, unknown, otherData, mismatches, version } = verdict;
  const older = Array.from(otherData, ([zone, edges]) => `${zone} ${edges}`).join(", ");
  for (const mismatch of mismatches.slice(0, 10)) console.error(JSON.stringify(mismatch));
  return {
    ...count(mismatches.length),
    name: "edges of windows that PostgreSQL's AT TIME ZONE contradicts",
    peers: {},
    note: `of ${asked}: ${same} the same, ${ambiguous} come twice (PostgreSQL takes the later), ${skipped} are skipped (PostgreSQL counts on), ${unknown} in zones it has no name for; in zones of which it has other data: ${older || 0}; ${version}`,
  };
}

function count(value: number) {
  const spread: [number, number] = [value, value];
  return { figure, value, unit: "mismatches", goal: 0, met: value === 0, spread, rounds: 1 };
}
