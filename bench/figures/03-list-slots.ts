import { gzipSync } from "node:zlib";
import { fillCrowd } from "@odys/db/testing/crowd";
import { createTestDatabase } from "@odys/db/testing/database";
import { startTestServer } from "@odys/db/testing/server";
import { startHost, startLoad } from "../http/processes.ts";
import { dateIn, PRACTICE } from "../scale/practice.ts";
import { type Figure, figureOf, interleave } from "../src/figure.ts";

export const figure = 3;

const TURN_MS = 1_500;
const CONNECTIONS = 8;
const CROWD = { practices: 200, appointmentsEach: 500 };

/** A month of free slots over HTTP, in a table of 100,000 appointments: beside the same SQL with nothing around it. */
export async function run(): Promise<Figure[]> {
  const server = await startTestServer({ durable: true });
  const database = await createTestDatabase({ server, max: 2, statementTimeout: 0 });
  const load = startLoad();
  const hosts: Awaited<ReturnType<typeof startHost>>[] = [];
  try {
    await fillCrowd(database.sql, { ...CROWD, now: new Date().toISOString() });
    const input = { ...PRACTICE, from: dateIn(1), to: dateIn(31) };
    const path = `/api/trpc/booking.listSlots?input=${encodeURIComponent(JSON.stringify(input))}`;
    const start = async (kind: string) => {
      const host = await startHost("../scale/host.ts", [kind, database.url, path]);
      hosts.push(host);
      return host;
    };
    const [odys, bare] = [await start("odys"), await start("bare")];
    const bodies = await Promise.all(
      hosts.map(async ({ port }) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()),
    );
    if (new Set(bodies).size !== 1) throw new Error("the answers differ");
    return await measure({ load, path, odys: odys.port, bare: bare.port }, bodies[0] ?? "");
  } finally {
    load.stop();
    for (const host of hosts) host.stop();
    await database.close();
    await server.stop();
  }
}

type Asked = {
  load: ReturnType<typeof startLoad>;
  path: string;
  /** Ports. */
  odys: number;
  bare: number;
};

async function measure({ load, path, odys, bare }: Asked, body: string): Promise<Figure[]> {
  const waits: Record<string, number[]> = { odys: [], bare: [], packed: [] };
  const ask = async (name: string, port: number, acceptEncoding?: string) => {
    const order = { port, path, connections: CONNECTIONS, ms: TURN_MS };
    const result = await load.run(acceptEncoding ? { ...order, acceptEncoding } : order);
    if (result.errors > 0) throw new Error(`${result.errors} errors of ${name}`);
    waits[name]?.push(result.p99);
    return result.perSecond;
  };
  const contestants = {
    odys: () => ask("odys", odys),
    packed: () => ask("packed", odys, "gzip, deflate, br"),
    bare: () => ask("bare", bare),
  };
  for (const turn of Object.values(contestants)) await turn(); // warm
  for (const seen of Object.values(waits)) seen.length = 0;
  const rates = await interleave(contestants);
  const peer = "the same SQL, the same bytes, nothing around";
  const packing = "packed (Brotli)";
  return [
    figureOf(
      { figure, name: "listSlots of a month over HTTP, 8 connections", unit: "/s", goal: 1_500 },
      "higher",
      rates.odys,
      { [packing]: rates.packed, [peer]: rates.bare },
    ),
    figureOf({ figure, name: "p99 of it", unit: "ms", goal: 15 }, "lower", waits["odys"] ?? [], {
      [packing]: waits["packed"] ?? [],
      [peer]: waits["bare"] ?? [],
    }),
    figureOf(
      { figure, name: "its answer, gzip level 1", unit: "kB", goal: 4 },
      "lower",
      [gzipSync(body, { level: 1 }).length / 1000],
      { "as it is": [body.length / 1000] },
    ),
  ];
}
