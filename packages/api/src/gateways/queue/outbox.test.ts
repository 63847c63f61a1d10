import { outboxEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { emit } from "../../domains/ops/index.ts";
import type { EventConsumer } from "../../kernel/ports.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { outboxBench } from "../../testing/outbox.ts";
import { createOutbox } from "./outbox.ts";

describe("outbox", () => {
  const bench = outboxBench();
  const { lines, recorder, run, change, waiting, expectSoon, stopLater } = bench;

  it("a committed event is handled once, by each consumer that hears it", async () => {
    const [one, two] = [recorder("test.one"), recorder("test.two")];
    const outbox = await run([one.consumer, two.consumer]);
    bench.app.services.outbox = outbox;
    await change();
    await expectSoon(() => [one.handled.length, two.handled.length], [1, 1]);
    expect(one.handled).toEqual(two.handled);
    await expectSoon(waiting, 0);
    // Nothing more comes, though all look again.
    outbox.wake();
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect([one.handled.length, two.handled.length]).toEqual([1, 1]);
  });

  it("a change that is rolled back tells nobody", async () => {
    const { consumer, handled } = recorder("test.one");
    const outbox = await run([consumer]);
    bench.app.services.outbox = outbox;
    const refuse = () => {
      throw new RangeError("after the event");
    };
    await expect(change(refuse)).rejects.toThrow("after the event");
    await change();
    await expectSoon(() => handled.length, 1);
    expect(await outbox.drain()).toBe(0);
    expect(handled).toHaveLength(1);
  });

  it("carries the request's id into the job, its log and what it writes", async () => {
    const seen: unknown[] = [];
    const consumer: EventConsumer = {
      name: "test.context",
      on: ["accounts.email_verified"],
      handle: async ({ actor, requestId, action }, event) => {
        seen.push({ actor, requestId, action, event });
      },
    };
    const outbox = await run([consumer], { role: "web" });
    const ctx = bench.app.ctx({ type: "anonymous" });
    await withTransaction(ctx, (_tx, inner) =>
      emit(inner, "accounts.email_verified", { userId: bench.userId }),
    );
    expect(await outbox.drain()).toBe(1);
    expect(seen).toEqual([
      {
        actor: { type: "job", queue: "test.context" },
        requestId: ctx.requestId,
        action: "test.context",
        event: { type: "accounts.email_verified", payload: { userId: bench.userId } },
      },
    ]);
    expect(lines.findLast((line) => line["msg"] === "job done")).toMatchObject({
      requestId: ctx.requestId,
      queue: "test.context",
      event: "accounts.email_verified",
      attempt: 1,
    });
  });

  it("finds events that nobody announced, and loses no call that comes while it works", async () => {
    const { consumer, handled } = recorder("test.one");
    const outbox = await run([consumer]);
    await change(); // the signal of this app leads nowhere: only the poll can find it
    await expectSoon(() => handled.length, 1, 10_000);
    bench.app.services.outbox = outbox;
    for (let i = 0; i < 30; i++) await change();
    await expectSoon(() => handled.length, 31, 5_000);
  });

  it("a process that serves pages wakes the workers of another", async () => {
    const { consumer, handled } = recorder("test.one");
    const tuning = { pollMs: 60_000 };
    await run([consumer], { role: "worker", tuning });
    const web = createOutbox({
      services: bench.app.services,
      consumers: [consumer],
      role: "web",
      url: bench.app.url,
    });
    stopLater(web);
    bench.app.services.outbox = web;
    for (let i = 0; i < 5; i++) await change();
    await expectSoon(() => handled.length, 5, 10_000);
  });

  it("a failing job is tried again, then a dead letter, and the log tells of each", async () => {
    lines.length = 0;
    const { consumer, handled } = recorder("test.failing", async () => {
      throw new Error("provider down");
    });
    const tuning = { retryLimit: 2, retryDelaySeconds: 0, retryDelayMaxSeconds: 1, pollMs: 500 };
    const outbox = await run([consumer], { tuning });
    bench.app.services.outbox = outbox;
    await change();
    const dead = async () =>
      (await bench.app.db.execute(sql`select id from pgboss.job where name = 'test.failing.dead'`))
        .length;
    await expectSoon(dead, 1, 15_000);
    expect(handled).toHaveLength(3);
    const told = lines.filter((line) => String(line["msg"]).startsWith("job failed"));
    expect(told.map(({ attempt, level, msg }) => [attempt, level, msg])).toEqual([
      [1, 40, "job failed: it will be tried again"],
      [2, 40, "job failed: it will be tried again"],
      [3, 50, "job failed: dead letter"],
    ]);
    expect(told[2]).toMatchObject({ eventId: handled[0], deadLetter: "test.failing.dead" });
  });

  it("one failing job does not touch the others of its batch", async () => {
    let first = "";
    const { consumer, handled } = recorder("test.mixed", async (eventId) => {
      if (eventId === first) throw new Error("this one only");
    });
    const outbox = await run([consumer], { role: "web", tuning: { parallel: 4 } });
    for (let i = 0; i < 20; i++) await change();
    first =
      (await bench.app.db.select().from(outboxEvents).orderBy(outboxEvents.id).limit(1))[0]?.id ??
      "";
    expect(await outbox.drain()).toBe(20);
    expect(new Set(handled).size).toBe(20);
    const states = await bench.app.db.execute<{ state: string; n: number }>(
      sql`select state::text, count(*)::int as n from pgboss.job where name = 'test.mixed' group by 1 order by 1`,
    );
    expect([...states]).toEqual([
      { state: "completed", n: 19 },
      { state: "retry", n: 1 },
    ]);
  });

  it("what cannot be read goes to the dead letters at once", async () => {
    const { consumer, handled } = recorder("test.unreadable");
    await run([consumer]);
    const broken = { userId: "nobody" };
    await bench.app.db
      .insert(outboxEvents)
      .values({ id: newId(), type: "accounts.email_verified", payload: broken });
    const dead = async () =>
      (
        await bench.app.db.execute(
          sql`select 1 from pgboss.job where name = 'test.unreadable.dead'`,
        )
      ).length;
    await expectSoon(dead, 1);
    expect(handled).toEqual([]);
  });

  it("gives nobody but the system any right to the queue", async () => {
    await run([recorder("test.one").consumer], { role: "web" }).then((outbox) => outbox.drain());
    const rights = await bench.app.db.execute<{ role: string; usage: boolean }>(sql`
      select role, has_schema_privilege(role, 'pgboss', 'usage') as usage
      from unnest(array['anon', 'authenticated']) as role`);
    expect([...rights].map(({ usage }) => usage)).toEqual([false, false]);
    const tables = await bench.app.db.execute(sql`
      select table_name from information_schema.role_table_grants
      where table_schema = 'pgboss' and grantee in ('anon', 'authenticated', 'PUBLIC')`);
    expect([...tables]).toEqual([]);
  });
});
