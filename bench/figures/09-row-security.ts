import { asSystem, withTransaction } from "@odys/api/kernel/transaction";
import type { Ctx } from "@odys/api/kernel/ctx";
import { createContext } from "@odys/api/trpc/context";
import { connect, type Db } from "@odys/db/client";
import { appointments } from "@odys/db/schema/booking";
import { crowdId, fillCrowd } from "@odys/db/testing/crowd";
import { createTestDatabase, stopOwnServer } from "@odys/db/testing/database";
import { and, eq, gte, lt } from "drizzle-orm";
import { benchServices } from "../http/services.ts";
import { owner } from "../scale/practice.ts";
import { roundTrips } from "../scale/round-trips.ts";
import { type Figure, figureOf, interleave, median } from "../src/figure.ts";

export const figure = 9;

const CALLS = 300;
const CROWD = { practices: 200, appointmentsEach: 100 };
const DAY_MS = 86_400_000;

/** A week of appointments, the same select: as its owner under row-level security, and plainly. */
function reads(db: Db) {
  const services = benchServices(db);
  const arrival = { headers: new Headers(), ip: "192.0.2.1", via: "process" } as const;
  const ctx: Ctx = { ...createContext(services, arrival), actor: owner, action: "bench" };
  const from = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS);
  const week = and(
    eq(appointments.professionalId, crowdId("professionals", 1)),
    gte(appointments.startsAt, from),
    lt(appointments.startsAt, new Date(from.getTime() + 7 * DAY_MS)),
  );
  const select = (handle: Pick<Db, "select">) =>
    handle.select().from(appointments).where(week).orderBy(appointments.startsAt);
  return {
    secured: () => withTransaction(ctx, (tx) => select(tx)),
    plain: () => select(asSystem(ctx)),
    /** What any transaction costs, whoever may see what. */
    transaction: () => db.transaction((tx) => select(tx)),
  };
}

export async function run(): Promise<Figure[]> {
  const database = await createTestDatabase({ max: 2 });
  try {
    await fillCrowd(database.sql, { ...CROWD, now: new Date().toISOString() });
    const { secured, plain, transaction } = reads(database.db);
    const [mine, all] = [JSON.stringify(await secured()), JSON.stringify(await plain())];
    if (mine !== all || mine === "[]") throw new Error("the answers differ, or there are none");
    const timed = (work: () => Promise<unknown>) => async () => {
      const times: number[] = [];
      for (let call = 0; call < CALLS; call++) {
        const started = performance.now();
        await work();
        times.push(performance.now() - started);
      }
      return median(times);
    };
    const contestants = {
      secured: timed(secured),
      transaction: timed(transaction),
      plain: timed(plain),
    };
    for (const turn of Object.values(contestants)) await turn(); // warm
    const ms = await interleave(contestants);
    const ofPlain = (values: readonly number[]) =>
      values.map((value, round) => value / (ms.plain[round] ?? Number.NaN));
    const trips = (way: keyof ReturnType<typeof reads>) =>
      roundTrips(database.url, async (url) => {
        const connection = connect(url, { max: 1 });
        return { work: reads(connection.db)[way], close: connection.close };
      });
    return [
      figureOf(
        {
          figure,
          name: "a read under row-level security, of the plain read",
          unit: "×",
          goal: 2,
          note: `${median(ms.secured).toFixed(3)} ms, the plain one ${median(ms.plain).toFixed(3)} ms`,
        },
        "lower",
        ofPlain(ms.secured),
        { "in a bare transaction": ofPlain(ms.transaction) },
      ),
      figureOf(
        { figure, name: "round trips of it", unit: "round trips", goal: 3 },
        "lower",
        [await trips("secured")],
        { plain: [await trips("plain")], "in a bare transaction": [await trips("transaction")] },
      ),
    ];
  } finally {
    await database.close();
    await stopOwnServer();
  }
}
