import { connectionChecks } from "@odys/db/schema/messaging/conversations";
import { deliveries, deliveryAttempts } from "@odys/db/schema/messaging/deliveries";
import { notifications } from "@odys/db/schema/messaging";
import { webhookEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAbsentWhatsApp } from "../../gateways/whatsapp/absent.ts";
import { createEvolutionWhatsApp } from "../../gateways/whatsapp/evolution.ts";
import { startEvolutionFake } from "../../gateways/whatsapp/testing/evolution-fake.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice, mintUser } from "../../testing/fixtures.ts";

const MINUTE = 60_000;

describe("messaging.watchConnection", () => {
  let app: TestApp;
  let fake: Awaited<ReturnType<typeof startEvolutionFake>>;
  beforeAll(async () => {
    fake = await startEvolutionFake();
    app = await createTestApp({ max: 6, whatsapp: createEvolutionWhatsApp(fake) });
    await mintUser(app, { role: "admin", email: "admin@odys.test" });
  });
  beforeEach(async () => {
    Object.assign(fake.state, { connection: "open", reason: null, trouble: null });
    await app.db.delete(connectionChecks);
    await app.db.delete(webhookEvents);
    await app.db.delete(notifications);
    app.mail.sent.length = 0;
  });
  afterAll(async () => {
    await app.close();
    await fake.close();
  });

  /** A look, three minutes after the one before. */
  async function look() {
    app.clock.advance(3 * MINUTE);
    const { check } = await app.system({ type: "cron" }).messaging.watchConnection();
    return check;
  }
  const hear = (minutesAgo: number) =>
    app.db.insert(webhookEvents).values({
      provider: "evolution",
      key: newId(),
      payload: { type: "receipt", receipt: "delivered" },
      receivedAt: new Date(app.clock.now() - minutesAgo * MINUTE),
    });

  it("open is healthy once a message has been acknowledged, and each look is written down", async () => {
    expect(await look()).toMatchObject({ state: "unproven", action: "none", detail: "open" });
    await hear(1);
    const first = await look();
    expect(first).toMatchObject({ driver: "evolution", state: "healthy", action: "none" });
    expect(await look()).toMatchObject({ state: "healthy", since: first?.since });
    expect(await app.db.$count(connectionChecks)).toBe(3);
  });

  it("connecting for more than a minute is restarted, once in ten minutes, and a restart may fail", async () => {
    fake.state.connection = "connecting";
    fake.state.trouble = "Error: it is tired";
    expect(await look()).toMatchObject({ state: "connecting", action: "none" });
    expect(await look()).toMatchObject({
      action: "restart",
      detail: "connecting · restart: Error: it is tired",
    });
    const actions = [await look(), await look(), await look(), await look()];
    expect(actions.map((one) => one?.action)).toEqual(["none", "none", "none", "restart"]);
  });

  it("closed is connected at once", async () => {
    fake.state.connection = "close";
    expect(await look()).toMatchObject({
      state: "closed",
      action: "connect",
      detail: "close · connect: done",
    });
  });

  it("logged out: admins by mail, in the app whoever writes by WhatsApp, once a day", async () => {
    const [ana] = [await mintPractice(app), await mintPractice(app)];
    await writeOnce(app, ana);
    Object.assign(fake.state, { connection: "close", reason: 401 });
    expect(await look()).toMatchObject({ state: "logged_out", action: "tell" });
    expect(await look()).toMatchObject({ state: "logged_out", action: "none" });
    expect(app.mail.sent.map(({ to }) => to)).toEqual(["admin@odys.test"]);
    expect(app.mail.sent[0]?.text).toContain("http://odys.test/admin/health");
    const told = await app.db.select().from(notifications);
    expect(told).toMatchObject([{ userId: ana.userId, type: "whatsapp_disconnected" }]);
    expect(await ana.caller.messaging.getConnection({})).toEqual({
      whatsapp: "troubled",
      since: (await look())?.since,
    });
    app.clock.advance(24 * 60 * MINUTE);
    expect(await look()).toMatchObject({ action: "tell" });
    expect(app.mail.sent).toHaveLength(2);
    expect(await app.db.$count(notifications)).toBe(1);
    // Well again, and gone again: that is news.
    Object.assign(fake.state, { connection: "open", reason: null });
    await hear(0);
    await look();
    Object.assign(fake.state, { connection: "close", reason: 401 });
    expect(await look()).toMatchObject({ action: "tell" });
    expect(await app.db.$count(notifications)).toBe(2);
  });

  it("asked five times at once, it looks once", async () => {
    fake.state.connection = "close";
    app.clock.advance(3 * MINUTE);
    const cron = app.system({ type: "cron" }).messaging;
    await Promise.all(Array.from({ length: 5 }, () => cron.watchConnection()));
    expect(await app.db.$count(connectionChecks)).toBe(1);
    const { check } = await cron.watchConnection();
    expect(check).toMatchObject({ action: "connect" });
    expect(await app.db.$count(connectionChecks)).toBe(1);
  });

  it("keeps its looks for a month", async () => {
    await look();
    app.clock.advance(31 * 24 * 60 * MINUTE);
    await look();
    expect(await app.db.$count(connectionChecks)).toBe(1);
  });

  it("where there is no WhatsApp there is nothing to look at", async () => {
    const none = await createTestApp({ whatsapp: createAbsentWhatsApp() });
    const cron = none.system({ type: "cron" }).messaging;
    expect(await cron.watchConnection()).toEqual({ check: null });
    const ana = await mintPractice(none);
    expect(await ana.caller.messaging.getConnection({})).toEqual({ whatsapp: "none", since: null });
    await none.close();
  });
});

async function writeOnce(
  app: TestApp,
  { professionalId }: { professionalId: string },
): Promise<void> {
  const deliveryId = newId();
  const now = new Date(app.clock.now());
  await app.db.insert(deliveries).values({
    id: deliveryId,
    professionalId,
    audience: "client",
    template: "bookingConfirmed",
    locale: "pt-BR",
    params: {},
    dedupeKey: deliveryId,
    channels: ["whatsapp"],
    notBefore: now,
    notAfter: now,
  });
  await app.db.insert(deliveryAttempts).values({
    id: newId(),
    professionalId,
    deliveryId,
    channel: "whatsapp",
    driver: "evolution",
    state: "accepted",
    startedAt: now,
  });
}
