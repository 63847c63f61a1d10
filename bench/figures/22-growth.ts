import { createTestDatabase, type TestDatabase } from "@odys/db/testing/database";
import { fillCrowd } from "@odys/db/testing/crowd";
import { startTestServer } from "@odys/db/testing/server";
import { benchServices } from "../http/services.ts";
import { callers, dateIn, PRACTICE } from "../scale/practice.ts";
import { type Figure, figureOf, interleave, median } from "../src/figure.ts";

export const figure = 22;

const APPOINTMENTS_EACH = 500;
const SIZES = [1_000, 100_000, 1_000_000] as const;
type Size = (typeof SIZES)[number];
const CALLS = 60;

type Asked = (api: ReturnType<typeof callers>) => Promise<unknown>;

/** The questions, each as a page asks them. */
const QUESTIONS: Record<string, Asked> = {
  listSlots: (api) =>
    api.guest().booking.listSlots({ ...PRACTICE, from: dateIn(1), to: dateIn(31) }),
  "agenda of a week": (api) =>
    api.owner().booking.listAgenda({ from: dateIn(0), to: dateIn(6), cancelled: false }),
  "agenda of a month": (api) =>
    api.owner().booking.listAgenda({ from: dateIn(-15), to: dateIn(15), cancelled: false }),
  "client list": (api) => api.owner().clients.list({}),
};

/**
 * The same practice of 500 appointments in tables of 1 k, 100 k and 1 M: the median of a call at each
 * size, the sizes taking turns. The value is how many times a call takes at 1 M what it takes at 1 k.
 */
export async function run(): Promise<Figure[]> {
  const server = await startTestServer();
  const databases = new Map<Size, TestDatabase>();
  try {
    const now = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000).toISOString();
    for (const size of SIZES) {
      const database = await createTestDatabase({ server, max: 2, statementTimeout: 0 });
      databases.set(size, database);
      const practices = size / APPOINTMENTS_EACH;
      await fillCrowd(database.sql, { practices, appointmentsEach: APPOINTMENTS_EACH, now });
    }
    const figures: Figure[] = [];
    for (const [name, ask] of Object.entries(QUESTIONS))
      figures.push(await grow(name, ask, databases));
    return figures;
  } finally {
    for (const database of databases.values()) await database.close();
    await server.stop();
  }
}

async function grow(
  name: string,
  ask: Asked,
  databases: ReadonlyMap<Size, TestDatabase>,
): Promise<Figure> {
  const apis = [...databases].map(([size, { db }]) => [size, callers(benchServices(db))] as const);
  const answers = new Set<string>();
  for (const [, api] of apis) answers.add(JSON.stringify(await ask(api)));
  if (answers.size !== 1) throw new Error(`${name}: the answers differ`);
  const turn = async (api: ReturnType<typeof callers>) => {
    const times: number[] = [];
    for (let call = 0; call < CALLS; call++) {
      const started = performance.now();
      await ask(api);
      times.push(performance.now() - started);
    }
    return median(times);
  };
  for (const [, api] of apis) for (let i = 0; i < 3; i++) await turn(api); // warm
  const rounds = await interleave(
    Object.fromEntries(apis.map(([size, api]) => [size, () => turn(api)])),
    9,
  );
  const [small = [], middle = [], large = []] = SIZES.map((size) => rounds[size]);
  const ms = (values: readonly number[]) => `${median(values).toFixed(2)} ms`;
  return figureOf(
    {
      figure,
      name: `${name}: 1 M appointments in the table, of 1 k`,
      unit: "×",
      goal: 1.3,
      note: `${ms(small)} at 1 k, ${ms(middle)} at 100 k, ${ms(large)} at 1 M`,
    },
    "lower",
    large.map((value, round) => value / (small[round] ?? Number.NaN)),
    { "100 k, of 1 k": middle.map((value, round) => value / (small[round] ?? Number.NaN)) },
  );
}
