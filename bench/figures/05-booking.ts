import { createContext } from "@odys/api/trpc/context";
import { t } from "@odys/api/trpc/init";
import { appRouter } from "@odys/api/root";
import { connect, type Sql } from "@odys/db/client";
import { crowdId, fillCrowd } from "@odys/db/testing/crowd";
import { createTestDatabase } from "@odys/db/testing/database";
import { startTestServer } from "@odys/db/testing/server";
import { newId } from "@odys/shared/kernel/ids";
import { benchServices } from "../http/services.ts";
import { callers, dateIn } from "../scale/practice.ts";
import { perSecond, roundTrips } from "../scale/round-trips.ts";
import { createTpcB, tpcB } from "../scale/tpc-b.ts";
import { type Figure, figureOf, interleave } from "../src/figure.ts";

export const figure = 5;

const TURN_MS = 1_500;
const POOL = 10;
const WORKERS = 30;
const PRACTICES = 200;

const createCaller = t.createCallerFactory(appRouter);

/**
 * Bookings by guests through the whole procedure with an Idempotency-Key each, every one of a time of
 * its own, on a server that writes durably; beside TPC-B over as many connections of the bare driver.
 */
export async function run(): Promise<Figure[]> {
  const server = await startTestServer({ durable: true });
  const database = await createTestDatabase({ server, max: POOL });
  const other = await createTestDatabase({ server, max: POOL, migrated: false });
  try {
    const { sql, db, url } = database;
    await fillCrowd(sql, {
      practices: PRACTICES,
      appointmentsEach: 1,
      now: new Date().toISOString(),
    });
    await sql`update professionals set max_pending = 1000000`;
    const times = await freeTimes(callers(benchServices(db)));
    const book = booker(db, times);
    await createTpcB(other.sql);
    const transfer = tpcB(other.sql);

    const contestants = {
      odys: () => perSecond(WORKERS, TURN_MS, book),
      tpcB: () => perSecond(WORKERS, TURN_MS, transfer),
    };
    for (const turn of Object.values(contestants)) await turn(); // warm
    const before = await countOf(sql);
    const booked = times.taken();
    const rates = await interleave(contestants);
    const [written, asked] = [(await countOf(sql)) - before, times.taken() - booked];
    if (written !== asked) throw new Error(`${asked} bookings, ${written} in the database`);

    const tripsOf = (keyed: boolean) =>
      roundTrips(url, async (through) => {
        const connection = connect(through, { max: 1 });
        return { work: booker(connection.db, times, keyed), close: connection.close };
      });
    const trips = { plain: await tripsOf(false), keyed: await tripsOf(true) };
    return lines(rates, trips, written);
  } finally {
    await other.close();
    await database.close();
    await server.stop();
  }
}

function lines(
  rates: Record<"odys" | "tpcB", number[]>,
  trips: Record<"plain" | "keyed", number>,
  written: number,
): Figure[] {
  const name = "whole booking with an Idempotency-Key, durable";
  const note = `${written} bookings, as many in the database, each with its events and audit`;
  const peer = "TPC-B over the bare driver, statement by statement, scale 10";
  return [
    figureOf({ figure, name, unit: "/s", goal: 2_000, note }, "higher", rates.odys, {
      [peer]: rates.tpcB,
    }),
    figureOf(
      {
        figure,
        name: "round trips of a booking, the look at what is free among them",
        unit: "round trips",
        goal: 4,
      },
      "lower",
      [trips.plain],
      { "with an Idempotency-Key": [trips.keyed] },
    ),
  ];
}

type Times = Awaited<ReturnType<typeof freeTimes>>;

/** Free times of all practices, each given out once. */
async function freeTimes(api: ReturnType<typeof callers>) {
  const first = { slug: "crowd-2", serviceId: crowdId("services", 4) };
  const { days } = await api
    .guest()
    .booking.listSlots({ ...first, from: dateIn(3), to: dateIn(58) });
  // Every hour: a service of 50 minutes begins at each half, and only one of two fits.
  const hours = days.flatMap(({ slots }) => slots.filter((slot) => slot.slice(14, 16) === "00"));
  let taken = 0;
  return {
    taken: () => taken,
    next() {
      const practice = 1 + (taken % PRACTICES);
      const startsAt = hours[Math.floor(taken++ / PRACTICES)];
      if (!startsAt) throw new Error(`only ${taken} free times`);
      return { slug: `crowd-${practice}`, serviceId: crowdId("services", practice * 2), startsAt };
    },
  };
}

function booker(db: Parameters<typeof benchServices>[0], times: Times, keyed = true) {
  const services = benchServices(db);
  let guest = 0;
  return async () => {
    const context = createContext(services, {
      headers: new Headers(keyed ? { "idempotency-key": newId() } : {}),
      // Each from another network, as there is a cap on what may wait from one.
      ip: `10.${guest % 200}.${Math.floor(guest / 200) % 200}.${Math.floor(guest / 40_000)}`,
      via: "process",
    });
    const { status } = await createCaller(context).booking.book({
      ...times.next(),
      name: `Pessoa ${guest}`,
      phone: `+55119${20_000_000 + guest++}`,
    });
    if (status !== "pending_confirmation") throw new Error(status);
  };
}

async function countOf(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from appointments a
    where exists (select from outbox_events where payload ->> 'appointmentId' = a.id::text)
      and exists (select from audit_log where table_name = 'appointments' and row_id = a.id::text)`;
  return row?.count ?? Number.NaN;
}
