import { createContext } from "@odys/api/trpc/context";
import { t } from "@odys/api/trpc/init";
import { createTestDatabase, stopOwnServer } from "@odys/db/testing/database";
import { benchRouter } from "../http/router.ts";
import { benchServices } from "../http/services.ts";
import { type Figure, figureOf, interleave } from "../src/figure.ts";

export const figure = 7;

const CALLS = 20_000;

/**
 * Microseconds of one call in process, each with a context of its own: who is calling, the limit of
 * the network doors, a log line, input and output schemas.
 */
export async function run(): Promise<Figure> {
  const database = await createTestDatabase({ max: 1 });
  const services = benchServices(database.db);
  const create = t.createCallerFactory(benchRouter);
  const headers = new Headers({ "accept-language": "pt-BR" });
  const input = { name: "Beatriz" };
  const cpu: number[] = [];
  const calls = async () => {
    const usage = process.cpuUsage();
    const started = performance.now();
    for (let i = 0; i < CALLS; i++) {
      // `http`, because only there the general limit counts.
      const ctx = createContext(services, { headers, ip: "192.0.2.1", via: "http" });
      await create(ctx).bench.plain(input);
    }
    const { user, system } = process.cpuUsage(usage);
    cpu.push((user + system) / CALLS);
    return ((performance.now() - started) / CALLS) * 1000;
  };
  const bare = async () => {
    const work = async ({ name }: typeof input) => ({ greeting: name, length: name.length });
    const started = performance.now();
    for (let i = 0; i < CALLS; i++) await work(input);
    return ((performance.now() - started) / CALLS) * 1000;
  };
  await calls();
  cpu.length = 0;
  const rounds = await interleave({ odys: calls, bare });
  await database.close();
  await stopOwnServer();
  const line = { figure, name: "a procedure in process", unit: "µs", goal: 15 };
  return figureOf(line, "lower", rounds.odys, {
    // On a machine that others use as well, the part that is ours.
    "its processor time": cpu,
    "the bare async function": rounds.bare,
  });
}
