import { outboxEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { healthChecks } from "./index.ts";

describe("what readiness asks", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  const ask = async () =>
    Object.fromEntries(
      await Promise.all(
        healthChecks.map(async ({ name, run }) => [name, await run(app.services)] as const),
      ),
    );

  it("the database answers, is as new as the code, and nothing waits", async () => {
    const { database, migrations, outbox } = await ask();
    expect(database).toEqual({ ok: true });
    expect(migrations).toMatchObject({ ok: true });
    expect(outbox).toEqual({ ok: true, ageSeconds: 0 });
  });

  it("is not ready when an event has waited for more than two minutes", async () => {
    const id = newId();
    const createdAt = new Date(app.clock.now());
    const event = { id, type: "accounts.email_verified", payload: {}, createdAt };
    await app.db.insert(outboxEvents).values(event);
    app.clock.advance(119_000);
    expect((await ask())["outbox"]).toEqual({ ok: true, ageSeconds: 119 });
    app.clock.advance(1_000);
    expect((await ask())["outbox"]).toEqual({ ok: false, ageSeconds: 120 });
    await app.db.update(outboxEvents).set({ dispatchedAt: createdAt });
    expect((await ask())["outbox"]).toEqual({ ok: true, ageSeconds: 0 });
  });

  it("throws when the database is gone", async () => {
    const gone = await createTestApp();
    await gone.close();
    const [database] = healthChecks;
    await expect(database?.run(gone.services)).rejects.toBeInstanceOf(Error);
  });
});
