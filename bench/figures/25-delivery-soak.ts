import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { receiveUpdates } from "@odys/api/domains/messaging/receive-updates";
import { jobContext } from "@odys/api/gateways/queue/run-job";
import { createTestDatabase, stopOwnServer, type TestDatabase } from "@odys/db/testing/database";
import { fillDue, fillPractice } from "../deliveries/ledger.ts";
import { startBadProvider } from "../deliveries/provider.ts";
import { benchServices } from "../http/services.ts";
import { type Figure, figureOf } from "../src/figure.ts";

export const figure = 25;

const COUNT = 20_000;
const WORKERS = 3;
const KILL_EVERY_MS = 2_000;
const PATIENCE_MS = 30 * 60_000;
const WORKER = join(import.meta.dirname, "../deliveries/worker.ts");

/**
 * Twenty thousand messages, three workers of which one is killed every two seconds, a provider that
 * loses answers and tells everything twice and in disorder: how many were sent twice, lost, or have
 * no end. The goal of each is none.
 */
export async function run(): Promise<Figure[]> {
  const database = await createTestDatabase({ max: 4 });
  const provider = await startBadProvider();
  const workers: ChildProcess[] = [];
  // Most of a short life would go into reading the code anew.
  const env = { ...process.env, NODE_COMPILE_CACHE: await mkdtemp(join(tmpdir(), "odys-soak-")) };
  const start = () => spawn(process.execPath, [WORKER, database.url, provider.url], { env });
  let kills = 0;
  try {
    const { sql } = database;
    await fillPractice(database);
    await fillDue(database, COUNT, { name: "soak " });
    const ctx = jobContext(benchServices(database.db), "messaging.receive", null);
    const tell = async () => {
      const updates = provider.tell();
      for (let from = 0; from < updates.length; from += 1_000)
        await receiveUpdates(ctx, "whatsapp", { updates: updates.slice(from, from + 1_000) });
    };
    for (let n = 0; n < WORKERS; n++) workers.push(start());
    const started = performance.now();
    let last = started;
    for (;;) {
      await sleep(500);
      await tell();
      const [left] = await sql<{ open: number; untold: number }[]>`
        select (select count(*)::int from deliveries where next_at is not null) as open,
          (select count(*)::int from webhook_events where processed_at is null) as untold`;
      if (left?.open === 0 && left.untold === 0 && !provider.hasNews()) break;
      if (performance.now() - started > PATIENCE_MS) throw new Error(`still open: ${left?.open}`);
      if (performance.now() - last > KILL_EVERY_MS && (left?.open ?? 0) > COUNT / 20) {
        last = performance.now();
        const victim = Math.floor(Math.random() * WORKERS);
        workers[victim]?.kill("SIGKILL");
        workers[victim] = start();
        kills++;
      }
    }
    const seconds = Math.round((performance.now() - started) / 1000);
    return await judge(database, provider.taken, `${kills} kills in ${seconds} s`);
  } finally {
    for (const worker of workers) worker.kill("SIGKILL");
    await provider.close();
    await database.close();
    await stopOwnServer();
  }
}

/** What stands in the ledger at the end against what the provider took. */
async function judge(
  { sql }: TestDatabase,
  taken: ReadonlyMap<string, number>,
  how: string,
): Promise<Figure[]> {
  const [end] = await sql<{ open: number; unknown: number; read: number; failed: number }[]>`
    select count(*) filter (where state in ('queued', 'sending', 'accepted', 'sent'))::int as open,
      count(*) filter (where state = 'unknown')::int as unknown,
      count(*) filter (where state = 'read')::int as read,
      count(*) filter (where state = 'failed')::int as failed from deliveries`;
  const attempts = await sql<{ id: string; delivery_id: string }[]>`
    select id, delivery_id from delivery_attempts`;
  const deliveryOf = new Map(attempts.map(({ id, delivery_id }) => [id, delivery_id]));
  const sentOf = new Map<string, number>();
  let strangers = 0;
  for (const [key, times] of taken) {
    const id = deliveryOf.get(key);
    if (id === undefined) strangers++;
    else sentOf.set(id, (sentOf.get(id) ?? 0) + times);
  }
  const twice = [...sentOf.values()].filter((times) => times > 1).length;
  const note = `${how}; read ${end?.read}, failed ${end?.failed}, unknown ${end?.unknown}`;
  const none = (name: string, value: number) =>
    figureOf({ figure, name, unit: "messages", goal: 0, note }, "lower", [value]);
  return [
    none(`of ${COUNT}: sent twice`, twice),
    none(`of ${COUNT}: without an end`, end?.open ?? COUNT),
    none(`of ${COUNT}: sent and in no ledger`, strangers),
  ];
}
