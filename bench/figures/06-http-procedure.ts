import { createTestDatabase, stopOwnServer } from "@odys/db/testing/database";
import { services } from "@odys/db/schema/booking";
import { professionals, users } from "@odys/db/schema/accounts";
import { newId } from "@odys/shared/kernel/ids";
import { nextHost } from "../http/next-host.ts";
import { startHost, startLoad } from "../http/processes.ts";
import { type Figure, figureOf, interleave, median } from "../src/figure.ts";

export const figure = 6;

const TURN_MS = 1_000;
const CONNECTIONS = 32;
const HOSTS = ["bare", "fastify", "odys", "standalone"] as const;
type Host = (typeof HOSTS)[number] | "next";
const NAMES: Record<Exclude<Host, "odys">, string> = {
  bare: "bare node:http",
  fastify: "Fastify",
  standalone: "tRPC stand-alone adapter",
  next: "Next route handler",
};

/** Requests a second, one server at a time, asked from another process on the same cores. */
export async function run(): Promise<Figure[]> {
  const database = await createTestDatabase({ max: 1 });
  const id = await insertService(database.db);
  const hosts = new Map<Host, Awaited<ReturnType<typeof startHost>>>();
  const load = startLoad();
  try {
    for (const kind of HOSTS) hosts.set(kind, await startHost("host.ts", [kind, database.url]));
    const next = await nextHost(database.url);
    if (next) hosts.set("next", next);
    const note = next ? undefined : "Next route handler: not run";

    const figures: Figure[] = [];
    for (const [name, input, goal] of [
      ["plain", { name: "Beatriz" }, 45_000],
      ["read", { id }, 12_000],
    ] as const) {
      const path = `/api/trpc/bench.${name}?input=${encodeURIComponent(JSON.stringify(input))}`;
      await compareAnswers(hosts, path);
      const ask = async (port: number, ms: number) => {
        const { perSecond, errors } = await load.run({ port, path, connections: CONNECTIONS, ms });
        if (errors > 0) throw new Error(`${errors} errors on port ${port}`);
        return perSecond;
      };
      for (const { port } of hosts.values()) await ask(port, 2 * TURN_MS); // warm
      const rounds = await interleave(
        Object.fromEntries([...hosts].map(([kind, { port }]) => [kind, () => ask(port, TURN_MS)])),
      );
      const { odys = [], ...others } = rounds as Partial<Record<Host, number[]>>;
      const peers = Object.fromEntries(
        Object.entries(others).map(([kind, values]) => [NAMES[kind as keyof typeof NAMES], values]),
      );
      const what = name === "plain" ? "a procedure over HTTP" : "with a primary-key read";
      figures.push(figureOf({ figure, name: what, unit: "/s", goal, note }, "higher", odys, peers));
      const share = odys.map((value) => (100 * value) / median(others.fastify ?? []));
      const line = { figure, name: `${what}, of Fastify`, unit: "%", goal: 75 };
      figures.push(figureOf(line, "higher", share));
    }
    return figures;
  } finally {
    load.stop();
    for (const host of hosts.values()) host.stop();
    await database.close();
    await stopOwnServer();
  }
}

/** All answer the same bytes, or nothing is timed. */
async function compareAnswers(hosts: ReadonlyMap<Host, { port: number }>, path: string) {
  const bodies = new Set<string>();
  for (const { port } of hosts.values())
    bodies.add(await (await fetch(`http://127.0.0.1:${port}${path}`)).text());
  if (bodies.size !== 1) throw new Error(`the answers differ:\n${[...bodies].join("\n")}`);
}

type Db = Awaited<ReturnType<typeof createTestDatabase>>["db"];
async function insertService(db: Db): Promise<string> {
  const [userId, professionalId, id] = [newId(), newId(), newId()];
  await db.insert(users).values({ id: userId, email: "bench@odys.test", name: "Bench" });
  await db.insert(professionals).values({
    id: professionalId,
    userId,
    slug: "bench",
    name: "Bench",
    profession: "tutor",
    phone: "+5511987654321",
    zone: "America/Sao_Paulo",
  });
  const service = { id, professionalId, name: "Aula", durationMinutes: 50, priceAmount: 12_000 };
  await db.insert(services).values(service);
  return id;
}
