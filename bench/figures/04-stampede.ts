import { createTestDatabase } from "@odys/db/testing/database";
import { startTestServer } from "@odys/db/testing/server";
import { setTimeout } from "node:timers/promises";
import { type Figure, figureOf, interleave, median } from "../src/figure.ts";
import type { Stampede } from "../stampede/crowd.ts";
import { deadlocksOf, odysDesk } from "../stampede/odys.ts";
import { peers } from "../stampede/peers.ts";

export const figure = 4;

const SLOTS = 200;
const RACERS = 50;
/** The others take shorter turns, and their winners are scaled: a deadlock lasts a second. */
const SLOTS_OF_KEYED = 20;
const SLOTS_OF_CHECKED = 40;
const SLOTS_OF_EXCLUDED = 4;
/** As production has it, and as many connections as racers for who needs one each. */
const POOL = 10;

/** Attempts a second and waiting times, on a server that writes as production does. */
export async function run(): Promise<Figure[]> {
  const server = await startTestServer({ durable: true });
  const database = await createTestDatabase({ server, max: POOL });
  const wide = await createTestDatabase({ server, max: RACERS });
  try {
    const { checked, excluded } = await peers(wide);
    const contestants = {
      odys: watch(() => odysDesk(database)(SLOTS, RACERS)),
      keyed: watch(() => odysDesk(database, { keyed: true })(SLOTS_OF_KEYED, RACERS)),
      checked: watch(() => checked(SLOTS_OF_CHECKED, RACERS)),
      excluded: watch(() => excluded(SLOTS_OF_EXCLUDED, RACERS)),
    };
    await contestants.odys.turn(); // warm
    for (const contestant of Object.values(contestants)) contestant.seen.length = 0;
    const rates = await interleave({
      odys: contestants.odys.turn,
      keyed: contestants.keyed.turn,
      checked: contestants.checked.turn,
      excluded: contestants.excluded.turn,
    });
    // Backends report what they counted within a second.
    await setTimeout(2_000);
    const deadlocks = await deadlocksOf(database.sql);
    if (deadlocks !== 0) throw new Error(`${deadlocks} deadlocks`);
    return lines(contestants, rates, await deadlocksOf(wide.sql));
  } finally {
    await wide.close();
    await database.close();
    await server.stop();
  }
}

type Watched = ReturnType<typeof watch>;
type Name = "odys" | "keyed" | "checked" | "excluded";

/** Runs a turn for its rate and keeps the rest. */
function watch(work: () => Promise<Stampede>) {
  const seen: Stampede[] = [];
  return {
    seen,
    async turn(): Promise<number> {
      const result = await work();
      seen.push(result);
      return result.perSecond;
    },
  };
}

function lines(
  contestants: Record<Name, Watched>,
  rates: Record<Name, number[]>,
  deadlocks: number,
): Figure[] {
  const winners = (name: Name, slots: number) =>
    contestants[name].seen.map(({ outcomes }) => ((outcomes["booked"] ?? 0) / slots) * SLOTS);
  // The p99 of each turn, two turns a round, as for the rates.
  const waits = (name: Name) => contestants[name].seen.map(({ p99 }) => p99);
  const keyed = "Odys, met in the database only (an Idempotency-Key each)";
  const check = "check, then insert (bare SQL, 50 connections)";
  const bare = "bare insert against EXCLUDE (50 connections)";
  const exact = winners("odys", SLOTS).every((count) => count === SLOTS);
  return [
    {
      ...figureOf(
        { figure, name: "winners of 200 slots, 50 racers each", unit: "bookings", goal: SLOTS },
        "higher",
        winners("odys", SLOTS),
        {
          [keyed]: winners("keyed", SLOTS_OF_KEYED),
          [check]: winners("checked", SLOTS_OF_CHECKED),
          [bare]: winners("excluded", SLOTS_OF_EXCLUDED),
        },
      ),
      met: exact,
      note: `0 overlaps, 0 deadlocks, 0 faults; the bare insert: ${deadlocks} deadlocks in ${contestants.excluded.seen.length * SLOTS_OF_EXCLUDED} slots`,
    },
    figureOf(
      {
        figure,
        name: "p99 of an attempt in the stampede",
        unit: "ms",
        goal: 25,
        note: `worst turn of the bare insert ${Math.max(...waits("excluded")).toFixed(0)} ms`,
      },
      "lower",
      waits("odys"),
      { [keyed]: waits("keyed"), [check]: waits("checked"), [bare]: waits("excluded") },
    ),
    figureOf(
      {
        figure,
        name: "attempts in the stampede",
        unit: "/s",
        goal: 5_000,
        note: `median wait ${median(contestants.odys.seen.map(({ p50 }) => p50)).toFixed(1)} ms`,
      },
      "higher",
      rates.odys,
      { [keyed]: rates.keyed, [check]: rates.checked, [bare]: rates.excluded },
    ),
  ];
}
