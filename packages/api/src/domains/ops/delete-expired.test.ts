import { idempotencyKeys, outboxEvents, rateLimitHits, webhookEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { deleteExpired } from "./delete-expired.ts";
import { opsSchedules } from "./index.ts";

const DAY = 24 * 3_600_000;

describe("ops.deleteExpired", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("deletes old dispatched events and keys whose day is over, and nothing else", async () => {
    const [done, waiting] = [newId(), newId()];
    // Ids carry the real time; the clock of this app is moved away from it.
    const born = Date.now();
    const event = { type: "accounts.email_verified", payload: {} };
    await app.db.insert(outboxEvents).values([
      { id: done, ...event, dispatchedAt: new Date(born) },
      { id: waiting, ...event },
    ]);
    const key = { actor: "guest", procedure: "booking.book", bodyHash: "" };
    await app.db.insert(idempotencyKeys).values([
      { ...key, key: "over", expiresAt: new Date(born + DAY) },
      { ...key, key: "later", expiresAt: new Date(born + 40 * DAY) },
    ]);
    const hit = { limit: "api", caller: "a", hits: 1 };
    await app.db.insert(rateLimitHits).values([
      { ...hit, hour: new Date(born) },
      { ...hit, hour: new Date(born + 2 * DAY) },
    ]);
    const receivedAt = new Date(born);
    const told = { provider: "whatsapp", payload: {}, receivedAt };
    await app.db.insert(webhookEvents).values([
      { ...told, key: "done", processedAt: receivedAt },
      { ...told, key: "waits" },
    ]);
    const ctx = app.ctx({ type: "job", queue: "ops.delete_expired" });

    app.clock.set(new Date(born + DAY - 1).toISOString());
    expect(await deleteExpired(ctx)).toEqual({ events: 0, keys: 0, hits: 0, webhooks: 0 });

    app.clock.set(new Date(born + 31 * DAY).toISOString());
    expect(await deleteExpired(ctx)).toEqual({ events: 1, keys: 1, hits: 1, webhooks: 1 });
    expect(await app.db.$count(webhookEvents)).toBe(1);
    expect(await app.db.select({ id: outboxEvents.id }).from(outboxEvents)).toEqual([
      { id: waiting },
    ]);
    expect(await app.db.select({ key: idempotencyKeys.key }).from(idempotencyKeys)).toEqual([
      { key: "later" },
    ]);
  });

  it("is due every hour", async () => {
    const [schedule] = opsSchedules;
    expect(schedule).toMatchObject({ name: "ops.delete_expired", cron: "17 * * * *" });
    await schedule?.run(app.ctx({ type: "job", queue: "ops.delete_expired" }));
    expect(await app.db.$count(outboxEvents)).toBe(1);
  });
});
