import { outboxEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EventConsumer } from "../../kernel/ports.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { makeQueues, openBoss } from "./boss.ts";
import { dispatch } from "./dispatch.ts";
import { createOutbox } from "./outbox.ts";
import { type OutboxOptions, TUNING } from "./port.ts";

const on = ["accounts.email_verified"] as const;

describe("several processes at one outbox", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  const options = (consumers: EventConsumer[]): OutboxOptions => ({
    services: app.services,
    consumers,
    role: "all",
    url: app.url,
  });
  const write = async (count: number) => {
    const ids = Array.from({ length: count }, newId);
    await app.db
      .insert(outboxEvents)
      .values(ids.map((id) => ({ id, type: on[0], payload: { userId: newId() } })));
    return ids;
  };
  const waiting = () => app.db.$count(outboxEvents, isNull(outboxEvents.dispatchedAt));

  it("three at once do every event exactly once", async () => {
    const handled: string[] = [];
    const consumer: EventConsumer = {
      name: "race.three",
      on,
      handle: async (_ctx, _event, eventId) => void handled.push(eventId),
    };
    const processes = [1, 2, 3].map(() => createOutbox(options([consumer])));
    await Promise.all(processes.map((outbox) => outbox.start()));
    const ids = (await Promise.all([write(1_500), write(1_500), write(2_000)])).flat();
    for (const outbox of processes) outbox.wake();
    await expect.poll(() => handled.length, { timeout: 20_000, interval: 10 }).toBe(5_000);
    expect(new Set(handled)).toEqual(new Set(ids));
    expect(await waiting()).toBe(0);
    await Promise.all(processes.map((outbox) => outbox.stop()));
  });

  it("two dispatchers file each event once, in order", async () => {
    const consumer: EventConsumer = { name: "race.two", on, handle: async () => {} };
    const services = options([consumer]);
    const [one, two] = [openBoss(services, TUNING), openBoss(services, TUNING)];
    await Promise.all([one.start(), two.start()]);
    await makeQueues(one, [consumer], [], TUNING);
    const ids = await write(1_000);
    const all = async (boss: typeof one) => {
      let taken = 0;
      for (let found = 1; found > 0; taken += found)
        found = (await dispatch(boss, [consumer], 50)).taken;
      return taken;
    };
    const taken = await Promise.all([all(one), all(two)]);
    expect(taken[0] + taken[1]).toBe(1_000);
    const jobs = await app.db.execute<{ id: string }>(
      sql`select id from pgboss.job where name = 'race.two' order by id`,
    );
    expect(jobs.map(({ id }) => id)).toEqual(ids);
    await Promise.all([one.stop(), two.stop()]);
  });

  it("an event is marked and filed together, or neither", async () => {
    const boss = openBoss(options([]), TUNING);
    await boss.start();
    const good: EventConsumer = { name: "race.good", on, handle: async () => {} };
    await makeQueues(boss, [good], [], TUNING);
    await write(3);
    const missing: EventConsumer = { name: "race.missing", on, handle: async () => {} };
    // The second queue does not exist: what was filed in the first must not stay.
    await expect(dispatch(boss, [good, missing], 50)).rejects.toBeInstanceOf(Error);
    expect(await waiting()).toBe(3);
    const filed = sql`select 1 from pgboss.job where name = 'race.good'`;
    expect(await app.db.execute(filed)).toHaveLength(0);
    expect((await dispatch(boss, [good], 50)).taken).toBe(3);
    expect(await app.db.execute(filed)).toHaveLength(3);
    await boss.stop();
  });
});
