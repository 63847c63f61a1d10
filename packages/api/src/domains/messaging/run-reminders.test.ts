import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { deliverNow } from "../../testing/deliveries.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it("a scheduler outside and the own one at once: every reminder leaves once", async () => {
  const ana = await mintPractice(app);
  for (let n = 0; n < 20; n++) {
    const client = await mintClient(app, ana.professionalId);
    const startsAt = new Date(Date.UTC(2026, 10, 24, 15) + n * 3_600_000);
    await mintAppointment(app, ana, { clientId: client.id, status: "confirmed", startsAt });
  }
  const cron = app.system({ type: "cron" });
  const [first, second] = await Promise.all([
    cron.messaging.runReminders(),
    cron.messaging.runReminders(),
  ]);
  expect(first.planned + second.planned).toBeGreaterThanOrEqual(20);
  // Two days later every one of them has been due, minute by minute, from both sides.
  for (let hour = 0; hour < 60; hour++) {
    app.clock.advance(3_600_000 / 4);
    await Promise.all([cron.messaging.runReminders(), deliverNow(app), deliverNow(app)]);
  }
  const texts = app.whatsapp.sent.map(({ to, text }) => `${to} ${text}`);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.length).toBeGreaterThanOrEqual(10);
});
