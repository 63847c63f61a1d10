import assert from "node:assert/strict";
import { listSlots } from "@odys/shared/booking/slots";
import { type Figure, figureOf, interleave, median } from "../src/figure.ts";
import { month } from "../slots/month.ts";
import { cachedStepScan, uncachedStepScan } from "../slots/step-scan.ts";

export const figure = 1;

const GOAL_MS = 0.4;
const ROUNDS = 7;

/** The median of single calls, in ms, so that a pause of the machine is one call of many. */
function timed(calls: number, work: () => unknown): () => number {
  return () => {
    const took: number[] = [];
    for (let call = 0; call < calls; call++) {
      const start = performance.now();
      work();
      took.push(performance.now() - start);
    }
    return median(took);
  };
}

export async function run(): Promise<Figure[]> {
  const cold = coldZones();
  const query = month();
  const slots = listSlots(query);
  const bytes = JSON.stringify(slots);
  assert.equal(JSON.stringify(cachedStepScan(query)), bytes);
  assert.equal(JSON.stringify(uncachedStepScan(query)), bytes);

  const measured = await interleave(
    {
      engine: timed(2_000, () => listSlots(query)),
      "step scan, Intl cached": timed(20, () => cachedStepScan(query)),
      "step scan, Intl per slot": timed(2, () => uncachedStepScan(query)),
      "writing the answer as ISO strings": timed(500, () =>
        JSON.stringify(slots.map((slot) => new Date(slot).toISOString())),
      ),
    },
    ROUNDS,
  );
  const { engine, ...peers } = measured;
  const common = { figure, unit: "ms", goal: GOAL_MS };
  const warm = `p50; ${slots.length} slots; stretch 0.1 ms`;
  return [
    figureOf({ ...common, name: "slots of a month", note: warm }, "lower", engine, peers),
    figureOf(
      { ...common, name: "slots of a month, first question in a zone", note: cold.note },
      "lower",
      cold.rounds,
    ),
  ];
}

/** What the first question of a process in a zone costs, when its offsets are not known yet. */
function coldZones() {
  const zones = Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "America/New_York");
  listSlots(month()); // code is loaded; only the zone is new
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const took = zones
      .filter((_zone, index) => index % ROUNDS === round)
      .map((zone) => timed(1, () => listSlots(month(zone)))());
    return median(took);
  });
  return { rounds, note: `p50 over ${zones.length} zones, each asked once` };
}
