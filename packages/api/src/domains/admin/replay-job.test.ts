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

/** A consumer whose provider is down until it is told otherwise, with an event that it failed on. */
async function failedJob(name: string, tuning: { retryLimit: number; retryDelaySeconds: number }) {
  const { app } = bench;
  const handled: string[] = [];
  let down = true;
  const consumer: EventConsumer = {
    name,
    on: ["accounts.email_verified"],
    handle: async (_ctx, _event, eventId) => {
      if (down) throw new Error("provider down");
      handled.push(eventId);
    },
  };
  const options = {
    services: app.services,
    consumers: [consumer],
    role: "web",
    url: app.url,
  } as const;
  outbox = createOutbox({ ...options, tuning });
  app.services.queue = outbox.desk;
  await withTransaction(app.ctx({ type: "anonymous" }), (_tx, ctx) =>
    emit(ctx, "accounts.email_verified", { userId: newId() }),
  );
  await outbox.drain();
  const { items } = await app.as(bench.actor).admin.listJobs({ queue: name });
  return { handled, items, drain: outbox.drain, repair: () => void (down = false) };
}

it("a dead letter is done once more, under its event's id, however many ask", async () => {
  const queue = "test.dead";
  const failed = await failedJob(queue, { retryLimit: 0, retryDelaySeconds: 0 });
  const [letter] = failed.items;
  expect(failed.items).toMatchObject([
    { state: "dead", event: "accounts.email_verified", error: "provider down", attempts: 1 },
  ]);
  failed.repair();
  const ask = () =>
    bench.admin.replayJob({ queue, id: letter?.id ?? "" }).then(
      ({ jobs }) => jobs,
      (error: unknown) => String(error),
    );
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.filter((answer) => answer === 1)).toHaveLength(1);
  expect(answers.filter((answer) => String(answer).includes("NOT_FOUND"))).toHaveLength(2);
  await failed.drain();
  expect(failed.handled).toHaveLength(1);
  expect((await bench.admin.listJobs({ queue })).items).toEqual([]);
  const { items } = await bench.admin.listEvents({ state: "dispatched" });
  expect(failed.handled).toEqual([items[0]?.id]);
  expect(await bench.lastTrace()).toMatchObject({
    action: "admin.replayJob",
    operation: "replay",
    tableName: queue,
    rowId: letter?.id,
  });
});

it("a replay that fails again is a dead letter again, and can be replayed again", async () => {
  const queue = "test.again";
  const failed = await failedJob(queue, { retryLimit: 0, retryDelaySeconds: 0 });
  await bench.admin.replayJob({ queue, id: failed.items[0]?.id ?? "" });
  await failed.drain();
  const { items } = await bench.admin.listJobs({ queue, state: "dead" });
  expect(items).toHaveLength(1);
  failed.repair();
  await bench.admin.replayJob({ queue, id: items[0]?.id ?? "" });
  await failed.drain();
  expect(failed.handled).toHaveLength(1);
});

it("what waits for its next attempt is done now", async () => {
  const queue = "test.retry";
  const failed = await failedJob(queue, { retryLimit: 3, retryDelaySeconds: 600 });
  expect(failed.items).toMatchObject([{ state: "retry", attempts: 1, error: "provider down" }]);
  failed.repair();
  await failed.drain();
  expect(failed.handled).toEqual([]);
  expect(await bench.admin.replayJob({ queue, id: failed.items[0]?.id ?? "" })).toEqual({
    jobs: 1,
  });
  await failed.drain();
  expect(failed.handled).toHaveLength(1);
});
