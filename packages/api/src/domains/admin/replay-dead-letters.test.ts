import { newId } from "@odys/shared/kernel/ids";
import { afterEach, expect, it } from "vitest";
import { createOutbox } from "../../gateways/queue/outbox.ts";
import type { Outbox } from "../../gateways/queue/port.ts";
import type { EventConsumer } from "../../kernel/ports.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { adminBench } from "../../testing/admin.ts";
import { emit } from "../ops/index.ts";

const bench = adminBench({ max: 10 });
let outbox: Outbox | undefined;
afterEach(() => outbox?.stop());

it("all of a queue, each once, though two ask at the same moment", async () => {
  const { app } = bench;
  const handled: string[] = [];
  let down = true;
  const queue = "test.many";
  const consumer: EventConsumer = {
    name: queue,
    on: ["accounts.email_verified"],
    handle: async (_ctx, _event, eventId) => {
      if (down) throw new Error("provider down");
      handled.push(eventId);
    },
  };
  outbox = createOutbox({
    services: app.services,
    consumers: [consumer],
    role: "web",
    url: app.url,
    tuning: { retryLimit: 0 },
  });
  app.services.queue = outbox.desk;
  for (let i = 0; i < 20; i++)
    await withTransaction(app.ctx({ type: "anonymous" }), (_tx, ctx) =>
      emit(ctx, "accounts.email_verified", { userId: newId() }),
    );
  await outbox.drain();
  const figures = async () =>
    (await bench.admin.listQueues({})).items.find(({ name }) => name === queue);
  expect(await figures()).toMatchObject({ waiting: 0, retrying: 0, active: 0, dead: 20 });
  down = false;
  const ask = () => bench.admin.replayDeadLetters({ queue });
  const [one, two] = await Promise.all([ask(), ask()]);
  expect(one.jobs + two.jobs).toBe(20);
  expect(await figures()).toMatchObject({ waiting: 20, dead: 0, oldestAt: expect.any(String) });
  await outbox.drain();
  expect(new Set(handled).size).toBe(20);
  expect(handled).toHaveLength(20);
  expect(await ask()).toEqual({ jobs: 0 });
  expect(await bench.lastTrace()).toMatchObject({
    action: "admin.replayDeadLetters",
    operation: "replay",
    tableName: queue,
  });
});
