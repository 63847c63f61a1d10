import { deliverDue } from "@odys/api/domains/messaging/deliver-due";
import { jobContext } from "@odys/api/gateways/queue/run-job";
import { createTestDatabase, stopOwnServer, type TestDatabase } from "@odys/db/testing/database";
import { fillDue, fillPractice } from "../deliveries/ledger.ts";
import { benchServices } from "../http/services.ts";
import { type Figure, figureOf, interleave, median } from "../src/figure.ts";

export const figure = 24;

const COUNT = 2_000;

type Row = { id: string; professional_id: string };

/** What a delivery leaves behind, one statement each, eight side by side. */
async function insertPlainly(sql: TestDatabase["sql"], rows: readonly Row[]): Promise<void> {
  const queue = rows.values();
  const lane = async () => {
    for (const { id, professional_id } of queue) {
      await sql`
        insert into delivery_attempts (id, professional_id, delivery_id, channel, driver, state, started_at)
        values (gen_random_uuid(), ${professional_id}, ${id}, 'whatsapp', 'plain', 'accepted', now())`;
      await sql`
        insert into local_messages (id, channel, recipient, subject, text, html, dedupe_key)
        values (gen_random_uuid(), 'whatsapp', '+5511900000000', '', ${"x".repeat(300)}, '', ${`plain ${id}`})`;
      await sql`update deliveries set state = 'accepted' where id = ${id}`;
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

/**
 * Messages a second from the ledger to the local mailbox, by one worker, and plain inserts of the rows
 * that this leaves behind, one statement each and eight side by side like the worker's.
 */
export async function run(): Promise<Figure> {
  const database = await createTestDatabase({ max: 10 });
  try {
    await fillPractice(database);
    const { sql } = database;
    const ctx = jobContext(benchServices(database.db), "messaging.deliver", null);
    let turn = 0;
    const perSecond = async (work: () => Promise<void>) => {
      const started = performance.now();
      await work();
      return (COUNT * 1000) / (performance.now() - started);
    };
    const contestants = {
      ledger: async () => {
        await fillDue(database, COUNT, { name: `ledger ${++turn} ` });
        return perSecond(async () => {
          const done = await deliverDue(ctx, { forMs: 120_000 });
          if (done !== COUNT) throw new Error(`${done} of ${COUNT} were delivered`);
        });
      },
      plain: async () => {
        const name = `plain ${++turn} `;
        await fillDue(database, COUNT, { name, channels: ["mail"] });
        await sql`update deliveries set next_at = null where dedupe_key like ${`${name}%`}`;
        const rows = await sql<Row[]>`
          select id, professional_id from deliveries where dedupe_key like ${`${name}%`}`;
        return perSecond(() => insertPlainly(sql, rows));
      },
    };
    for (const contestant of Object.values(contestants)) await contestant(); // warm
    const rates = await interleave(contestants);
    return figureOf(
      {
        figure,
        name: "messages a second from the ledger to the mailbox, of plain inserts of the same rows",
        unit: "×",
        goal: 0.4,
        note: `${Math.round(median(rates.ledger))}/s, plain ${Math.round(median(rates.plain))}/s`,
      },
      "higher",
      rates.ledger.map((rate, round) => rate / (rates.plain[round] ?? Number.NaN)),
    );
  } finally {
    await database.close();
    await stopOwnServer();
  }
}
