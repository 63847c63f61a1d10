import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalMail } from "../../gateways/mail/local.ts";
import { createOutbox } from "../../gateways/queue/outbox.ts";
import type { Outbox } from "../../gateways/queue/port.ts";
import { consumers } from "../../root.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

describe("ops.drain", () => {
  let app: TestApp;
  let outbox: Outbox;
  beforeAll(async () => {
    app = await createTestApp();
    app.services.mail = createLocalMail(app);
    outbox = createOutbox({ services: app.services, consumers, role: "web", url: app.url });
    app.services.outbox = outbox;
  });
  afterAll(async () => {
    await outbox.stop();
    await app.close();
  });

  it("does what waits where no worker lives, once however many ask at the same moment", async () => {
    const ana = await mintPractice(app);
    await app.anonymous().booking.book({
      slug: ana.slug,
      serviceId: ana.serviceId,
      startsAt: "2026-12-01T12:00:00.000Z",
      name: "Bia Lima",
      phone: "+5511912345678",
    });
    expect((await ana.caller.messaging.countUnread({})).count).toBe(0);

    const cron = app.system({ type: "cron" });
    const answers = await Promise.all([cron.ops.drain(), cron.ops.drain()]);
    expect(answers[0].jobs + answers[1].jobs).toBeGreaterThan(0);
    expect((await ana.caller.messaging.countUnread({})).count).toBe(1);
    expect(await cron.ops.drain()).toEqual({ jobs: 0 });
  });

  it("is nobody's but the scheduler's", async () => {
    for (const actor of [{ type: "anonymous" }, { type: "job", queue: "x" }] as const)
      await expect(app.system(actor).ops.drain()).rejects.toThrow("UNAUTHORIZED");
  });
});
