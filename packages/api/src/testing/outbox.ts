import { outboxEvents } from "@odys/db/schema/ops";
import type { UserId } from "@odys/shared/kernel/ids";
import { isNull, sql } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { emit } from "../domains/ops/index.ts";
import type { EventConsumer } from "../kernel/ports.ts";
import { withTransaction } from "../kernel/transaction.ts";
import { createTestApp, type TestApp } from "./app.ts";
import { mintUser } from "./fixtures.ts";
import { createOutbox } from "../gateways/queue/outbox.ts";
import type { Outbox, OutboxOptions } from "../gateways/queue/port.ts";

/** For the tests of the outbox: an app on a database of its own, and outboxes that are stopped after each test. */
export function outboxBench() {
  let app: TestApp;
  let userId: UserId;
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    { level: "info" },
    { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const open: Outbox[] = [];

  beforeAll(async () => {
    app = await createTestApp({ max: 10, log });
    userId = (await mintUser(app)).userId;
  });
  afterAll(() => app.close());
  afterEach(async () => {
    app.services.outbox = { wake() {}, drain: async () => 0 };
    await Promise.all(open.splice(0).map((outbox) => outbox.stop()));
    await app.db.delete(outboxEvents);
    await app.db.execute(sql`delete from pgboss.job`);
  });

  return {
    get app() {
      return app;
    },
    get userId() {
      return userId;
    },
    lines,
    recorder,
    async run(consumers: EventConsumer[], options: Partial<OutboxOptions> = {}) {
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
    },
    stopLater: (outbox: Outbox) => void open.push(outbox),
    /** Commits a change with an event, as a use case does. */
    change: (then: () => void = () => {}) =>
      withTransaction(app.ctx({ type: "anonymous" }), async (_tx, ctx) => {
        await emit(ctx, "accounts.email_verified", { userId });
        then();
      }),
    waiting: () => app.db.$count(outboxEvents, isNull(outboxEvents.dispatchedAt)),
    expectSoon: (read: () => unknown, value: unknown, timeout = 10_000) =>
      expect.poll(read, { timeout, interval: 5 }).toEqual(value),
  };
}

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
