import { odysDoors } from "@odys/api/doors/index";
import { createCloudWebhook } from "@odys/api/gateways/whatsapp/cloud-webhook";
import {
  cloudSignature,
  cloudStatus,
  cloudWebhook,
} from "@odys/api/gateways/whatsapp/testing/cloud-fake";
import type { Services } from "@odys/api/kernel/ports";
import { createTestDatabase, stopOwnServer, type TestDatabase } from "@odys/db/testing/database";
import { benchServices } from "../http/services.ts";
import { type Figure, figureOf, interleave, median } from "../src/figure.ts";

export const figure = 23;

const BATCH = 1_000;
const BATCHES = 10;
const APP_SECRET = "bench-app-secret-0123456789abcdef";

/** A signed call of a thousand receipts that nobody has told before. */
function callOf(turn: number, batch: number) {
  const statuses = Array.from({ length: BATCH }, (_, n) =>
    cloudStatus(`wamid.${turn}.${batch}.${n}`, "delivered"),
  );
  const body = Buffer.from(cloudWebhook({ statuses }));
  return { body, headers: cloudSignature(body, APP_SECRET) };
}
type Call = ReturnType<typeof callOf>;

async function throughDoor(services: Services, calls: readonly Call[]): Promise<void> {
  for (const { body, headers } of calls) {
    const init = { method: "POST", body, headers };
    const request = new Request("http://odys.test/api/webhooks/whatsapp", init);
    const arrival = { ip: "192.0.2.1", requestId: "bench-request" };
    const response = await odysDoors.open(request, services, arrival);
    if (!response) throw new Error("there is no such door");
    const { data } = (await response.json()) as { data?: { news: number } };
    if (data?.news !== BATCH) throw new Error(`the door took ${data?.news} of ${BATCH}`);
  }
}

/** The same rows, and nothing else: one statement a thousand, in its own transaction. */
async function plainly({ sql }: TestDatabase, turn: number): Promise<void> {
  for (let batch = 0; batch < BATCHES; batch++) {
    const receivedAt = new Date();
    const rows = Array.from({ length: BATCH }, (_, n) => {
      const providerMessageId = `wamid.${turn}.${batch}.${n}`;
      return {
        provider: "plain",
        key: `${providerMessageId}:delivered`,
        payload: sql.json({
          type: "receipt",
          providerMessageId,
          key: `key of ${providerMessageId}`,
          receipt: "delivered",
          reason: null,
          at: "2026-11-23T12:00:00.000Z",
        }),
        received_at: receivedAt,
      };
    });
    await sql`insert into webhook_events ${sql(rows)}`;
  }
}

/** Receipts a second: from the signed bytes to the committed rows, and the bare inserts of such rows. */
export async function run(): Promise<Figure> {
  const database = await createTestDatabase({ max: 2 });
  try {
    const services = benchServices(database.db);
    services.webhooks = [
      createCloudWebhook({
        appSecret: APP_SECRET,
        verifyToken: "bench-verify-token",
        phoneNumberId: "106540352242922",
        log: services.log,
      }),
    ];
    let turn = 0;
    const perSecond = async (work: () => Promise<void>) => {
      const started = performance.now();
      await work();
      return (BATCH * BATCHES * 1000) / (performance.now() - started);
    };
    const contestants = {
      door: () => {
        turn++;
        const calls = Array.from({ length: BATCHES }, (_, batch) => callOf(turn, batch));
        return perSecond(() => throughDoor(services, calls));
      },
      plain: () => {
        turn++;
        return perSecond(() => plainly(database, turn));
      },
    };
    for (const contestant of Object.values(contestants)) await contestant(); // warm
    const rates = await interleave(contestants);
    const [counted] = await database.sql<{ door: number; plain: number }[]>`
      select count(*) filter (where provider = 'whatsapp')::int as door,
        count(*) filter (where provider = 'plain')::int as plain from webhook_events`;
    if (!counted || counted.door !== counted.plain) throw new Error("not every row is there");
    return figureOf(
      {
        figure,
        name: "receipts a second at the webhook's door, of plain inserts",
        unit: "×",
        goal: 0.5,
        note: `${Math.round(median(rates.door))}/s, plain ${Math.round(median(rates.plain))}/s`,
      },
      "higher",
      rates.door.map((rate, round) => rate / (rates.plain[round] ?? Number.NaN)),
    );
  } finally {
    await database.close();
    await stopOwnServer();
  }
}
