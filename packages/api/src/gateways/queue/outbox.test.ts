import { outboxEvents } from "@odys/db/schema/ops";
import { newId, type UserId } from "@odys/shared/kernel/ids";
import { eq, isNull, sql } from "drizzle-orm";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { emit } from "../../domains/ops/index.ts";
import type { EventConsumer } from "../../kernel/ports.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintUser } from "../../testing/fixtures.ts";
import { createOutbox } from "./outbox.ts";
import type { Outbox, OutboxOptions } from "./port.ts";

type Line = Record<string, unknown>;

describe("outbox", () => {
  let app: TestApp;
  let userId: UserId;
  const lines: Line[] = [];
  const log = pino(
    { level: "info" },
    { write: (line: string) => void lines.push(JSON.parse(line) as Line) },
  );
  const open: Outbox[] = [];

  beforeAll(async () => {
    app = await createTestApp({ max: 10, log });
    userId = (await mintUser(app)).userId;
  });
  afterAll(() => app.close());
  afterEach(async () => {
    app.services.outbox = { wake() {} };
    await Promise.all(open.splice(0).map((outbox) => outbox.stop()));
    await app.db.delete(outboxEvents);
    await app.db.execute(sql`delete from pgboss.job`);
  });

  /** A consumer that remembers what it was given, and does as it is told. */
  function recorder(name: string, act: (eventId: string) => Promise<void> = async () => {}) {
    const handled: string[] = [];
    const consumer: EventConsumer = {
      name,
      on: ["accounts.email_verified"],
      handle: async (_ctx, _event, eventId) => {
        handled.push(eventId);
        await act(eventId);
      },
    };
    return { consumer, handled };
  }

  async function run(consumers: EventConsumer[], options: Partial<OutboxOptions> = {}) {
    const outbox = createOutbox({
      services: app.services,
      consumers,
      role: "all",
      url: app.url,
      ...options,
    });
    open.push(outbox);
    await outbox.start();
    return outbox;
  }

  /** Commits a change with an event, as a use case does. */
  const change = (then: () => void = () => {}) =>
    withTransaction(app.ctx({ type: "anonymous" }), async (_tx, ctx) => {
      await emit(ctx, "accounts.email_verified", { userId });
      then();
    });
  const waiting = () => app.db.$count(outboxEvents, isNull(outboxEvents.dispatchedAt));
  const expectSoon = (read: () => unknown, value: unknown, timeout = 10_000) =>
    expect.poll(read, { timeout, interval: 5 }).toEqual(value);

  it("a committed event is handled once, by each consumer that hears it", async () => {
    const [one, two] = [recorder("test.one"), recorder("test.two")];
    const outbox = await run([one.consumer, two.consumer]);
    app.services.outbox = outbox.signal;
    await change();
    await expectSoon(() => [one.handled.length, two.handled.length], [1, 1]);
    expect(one.handled).toEqual(two.handled);
    await expectSoon(waiting, 0);
    // Nothing more comes, though all look again.
    outbox.signal.wake();
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect([one.handled.length, two.handled.length]).toEqual([1, 1]);
  });

  it("a change that is rolled back tells nobody", async () => {
    const { consumer, handled } = recorder("test.one");
    const outbox = await run([consumer]);
    app.services.outbox = outbox.signal;
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
    const ctx = app.ctx({ type: "anonymous" });
    await withTransaction(ctx, (_tx, inner) => emit(inner, "accounts.email_verified", { userId }));
    expect(await outbox.drain()).toBe(1);
    expect(seen).toEqual([
      {
        actor: { type: "job", queue: "test.context" },
        requestId: ctx.requestId,
        action: "test.context",
        event: { type: "accounts.email_verified", payload: { userId } },
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
    await expectSoon(() => handled.length, 1, 3_000);
    app.services.outbox = outbox.signal;
    for (let i = 0; i < 30; i++) await change();
    await expectSoon(() => handled.length, 31, 900);
  });

  it("a process that serves pages wakes the workers of another", async () => {
    const { consumer, handled } = recorder("test.one");
    const tuning = { pollMs: 60_000 };
    await run([consumer], { role: "worker", tuning });
    const web = createOutbox({
      services: app.services,
      consumers: [consumer],
      role: "web",
      url: app.url,
    });
    open.push(web);
    app.services.outbox = web.signal;
    for (let i = 0; i < 5; i++) await change();
    await expectSoon(() => handled.length, 5, 3_000);
  });

  it("a failing job is tried again, then a dead letter, and the log tells of each", async () => {
    lines.length = 0;
    const { consumer, handled } = recorder("test.failing", async () => {
      throw new Error("provider down");
    });
    const tuning = { retryLimit: 2, retryDelaySeconds: 0, retryDelayMaxSeconds: 1, pollMs: 500 };
    const outbox = await run([consumer], { tuning });
    app.services.outbox = outbox.signal;
    await change();
    const dead = async () =>
      (await app.db.execute(sql`select id from pgboss.job where name = 'test.failing.dead'`))
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
      (await app.db.select().from(outboxEvents).orderBy(outboxEvents.id).limit(1))[0]?.id ?? "";
    expect(await outbox.drain()).toBe(20);
    expect(new Set(handled).size).toBe(20);
    const states = await app.db.execute<{ state: string; n: number }>(
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
    await app.db
      .insert(outboxEvents)
      .values({ id: newId(), type: "accounts.email_verified", payload: broken });
    const dead = async () =>
      (await app.db.execute(sql`select 1 from pgboss.job where name = 'test.unreadable.dead'`))
        .length;
    await expectSoon(dead, 1);
    expect(handled).toEqual([]);
  });

  it("a stopping process finishes what runs and gives the rest back", async () => {
    const { consumer, handled } = recorder(
      "test.stopping",
      () => new Promise((resolve) => setTimeout(resolve, 300)),
    );
    const tuning = { parallel: 2, workers: 1, retryDelaySeconds: 0 };
    const outbox = await run([consumer], { tuning });
    for (let i = 0; i < 10; i++) await change();
    outbox.signal.wake();
    await expectSoon(() => handled.length > 0, true);
    await outbox.stop();
    const finished = handled.length;
    expect(finished).toBeLessThan(10);
    const next = recorder("test.stopping");
    const other = await run([next.consumer], { tuning: { ...tuning, pollMs: 500 } });
    other.signal.wake();
    await expectSoon(() => next.handled.length, 10 - finished, 15_000);
    expect(new Set([...handled, ...next.handled]).size).toBe(10);
  });

  it("a killed process's jobs are taken over", async () => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL("outbox.child.ts", import.meta.url)), app.url],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const said: string[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => said.push(line));
    await expectSoon(() => said, ["started"], 15_000);
    await change();
    await expectSoon(() => said, ["started", "taken"]);
    child.kill("SIGKILL");
    await once(child, "exit");

    const { consumer, handled } = recorder("test.crash");
    await run([consumer], { tuning: { superviseSeconds: 3, pollMs: 500 } });
    // Twenty seconds without a sign of life, told by the clock of the row.
    await app.db.execute(
      sql`update pgboss.job set heartbeat_on = heartbeat_on - interval '20 seconds' where name = 'test.crash'`,
    );
    await expectSoon(() => handled.length, 1, 20_000);
  }, 60_000);

  it("gives nobody but the system any right to the queue", async () => {
    await run([recorder("test.one").consumer], { role: "web" }).then((outbox) => outbox.drain());
    const rights = await app.db.execute<{ role: string; usage: boolean }>(sql`
      select role, has_schema_privilege(role, 'pgboss', 'usage') as usage
      from unnest(array['anon', 'authenticated']) as role`);
    expect([...rights].map(({ usage }) => usage)).toEqual([false, false]);
    const tables = await app.db.execute(sql`
      select table_name from information_schema.role_table_grants
      where table_schema = 'pgboss' and grantee in ('anon', 'authenticated', 'PUBLIC')`);
    expect([...tables]).toEqual([]);
  });

  it("starts a job within milliseconds of the commit", async () => {
    const starts = new Map<string, number>();
    const { consumer } = recorder("test.latency", async (eventId) => {
      starts.set(eventId, performance.now());
    });
    const outbox = await run([consumer]);
    app.services.outbox = outbox.signal;
    await change();
    await expectSoon(() => starts.size, 1);
    const waits: number[] = [];
    for (let i = 0; i < 60; i++) {
      const before = new Set(starts.keys());
      await change();
      const committed = performance.now();
      while (starts.size === before.size) await new Promise((resolve) => setImmediate(resolve));
      const id = [...starts.keys()].find((key) => !before.has(key)) ?? "";
      waits.push((starts.get(id) ?? 0) - committed);
    }
    const median = waits.toSorted((a, b) => a - b)[30] ?? Infinity;
    // The goal of 10 ms is the bench's to measure; here other tests run on the same processors.
    expect(median).toBeLessThan(50);
    expect(
      await app.db.$count(outboxEvents, eq(outboxEvents.type, "accounts.email_verified")),
    ).toBe(61);
  });
});
