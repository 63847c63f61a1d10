import { connect, type Connection } from "@odys/db/client";
import { professionals } from "@odys/db/schema/accounts";
import { services } from "@odys/db/schema/booking";
import { statement } from "@odys/db/statement";
import { crowdId, fillCrowd } from "@odys/db/testing/crowd";
import { createTestDatabase, stopOwnServer } from "@odys/db/testing/database";
import { eq, sql as text } from "drizzle-orm";
import { perSecond, roundTrips } from "../scale/round-trips.ts";
import { type Figure, figureOf, interleave, median } from "../src/figure.ts";

export const figure = 8;

const TURN_MS = 1_000;
const WORKERS = 32;
const PRACTICES = 1_000;

type Reader = () => Promise<unknown>;

const idOf = () => crowdId("services", 2 + Math.floor(Math.random() * PRACTICES) * 2);

const kept = statement(text`
  select ${services.id}, ${services.name}, ${services.durationMinutes}, ${professionals.currency}
  from ${services} inner join ${professionals} on ${professionals.id} = ${services.professionalId}
  where ${services.id} = ${text.placeholder("id")}`);

/** A row by its primary key with one that it belongs to: in the ways of the house, and over the bare driver. */
function readers({ db, sql }: Connection) {
  const built = () =>
    db
      .select({
        id: services.id,
        name: services.name,
        durationMinutes: services.durationMinutes,
        currency: professionals.currency,
      })
      .from(services)
      .innerJoin(professionals, eq(professionals.id, services.professionalId))
      .where(eq(services.id, text.placeholder("id")));
  const prepared = built().prepare("bench_hot_read");
  return {
    prepared: () => prepared.execute({ id: idOf() }),
    statement: () => kept(db, { id: idOf() }),
    // As a use case writes it that is in no hurry.
    builder: () => built().execute({ id: idOf() }),
    raw: () => sql`
      select s.id, s.name, s.duration_minutes as "durationMinutes", p.currency
      from services s inner join professionals p on p.id = s.professional_id where s.id = ${idOf()}`,
  } satisfies Record<string, Reader>;
}

export async function run(): Promise<Figure[]> {
  const database = await createTestDatabase({ max: 10 });
  try {
    await fillCrowd(database.sql, {
      practices: PRACTICES,
      appointmentsEach: 1,
      now: new Date().toISOString(),
    });
    const ways = readers(database);
    const contestants = {
      prepared: () => perSecond(WORKERS, TURN_MS, ways.prepared),
      statement: () => perSecond(WORKERS, TURN_MS, ways.statement),
      builder: () => perSecond(WORKERS, TURN_MS, ways.builder),
      raw: () => perSecond(WORKERS, TURN_MS, ways.raw),
    };
    for (const turn of Object.values(contestants)) await turn(); // warm
    const rates = await interleave(contestants);
    const ofRaw = (values: readonly number[]) =>
      values.map((value, round) => (100 * value) / (rates.raw[round] ?? Number.NaN));
    const trips = async (way: keyof ReturnType<typeof readers>) =>
      roundTrips(database.url, async (url) => {
        const connection = connect(url, { max: 1 });
        return { work: readers(connection)[way], close: connection.close };
      });
    return [
      figureOf(
        {
          figure,
          name: "hot read, prepared once, of the bare driver's peak",
          unit: "%",
          goal: 85,
          note: `the bare driver ${median(rates.raw).toFixed(0)}/s`,
        },
        "higher",
        ofRaw(rates.prepared),
        {
          "a fixed statement (statement.ts)": ofRaw(rates.statement),
          "Drizzle's builder each time": ofRaw(rates.builder),
        },
      ),
      figureOf(
        { figure, name: "round trips of a hot read", unit: "round trips", goal: 1 },
        "lower",
        [await trips("prepared")],
        {
          "a fixed statement (statement.ts)": [await trips("statement")],
          "Drizzle's builder each time": [await trips("builder")],
          "the bare driver": [await trips("raw")],
        },
      ),
    ];
  } finally {
    await database.close();
    await stopOwnServer();
  }
}
