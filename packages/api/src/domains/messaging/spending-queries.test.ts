import { notifications } from "@odys/db/schema/messaging";
import { messageSettings, messageSpending } from "@odys/db/schema/messaging/deliveries";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { deliverNow, ledgerOf, mintDelivery, scriptedWhatsApp } from "../../testing/deliveries.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

// R$ 0.0408 a message (prices.ts): 24 of them fit into one real.
const EACH = 40_800;

describe("a month's budget for messages", () => {
  let app: TestApp;
  let ana: Awaited<ReturnType<typeof mintPractice>>;
  let appointment: Awaited<ReturnType<typeof mintAppointment>>;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.set("2026-11-23T12:00:00.000Z");
    app.mail.sent.length = 0;
    ana = await mintPractice(app);
    const client = await mintClient(app, ana.professionalId, { email: "bia@example.com" });
    appointment = await mintAppointment(app, ana, { clientId: client.id, status: "confirmed" });
    const { professionalId } = ana;
    await app.db.insert(messageSettings).values({ professionalId, monthlyBudget: 100 });
  });
  const spent = async () =>
    (
      await app.db
        .select()
        .from(messageSpending)
        .where(eq(messageSpending.professionalId, ana.professionalId))
    )[0]?.spentMicros;
  const told = async () =>
    (await app.db.select().from(notifications).where(eq(notifications.userId, ana.userId)))
      .map(({ type }) => type)
      .toSorted();

  it("stops at the cap however many leave at once, says so once, and goes on by mail", async () => {
    const whatsapp = scriptedWhatsApp((_, count) => ({
      outcome: "accepted",
      providerMessageId: `wamid.${ana.professionalId}.${count}`,
    }));
    app.services.whatsapp = whatsapp;
    const ids: string[] = [];
    for (let n = 0; n < 40; n++) ids.push(await mintDelivery(app, ana, appointment));
    await Promise.all([deliverNow(app), deliverNow(app), deliverNow(app)]);
    expect(whatsapp.asked).toHaveLength(24);
    expect(await spent()).toBe(24 * EACH);
    expect(app.mail.sent).toHaveLength(16);
    expect(await told()).toEqual(["budget_low", "budget_reached"]);

    // A new month, a new budget.
    app.clock.set("2026-12-01T12:00:00.000Z");
    const later = await mintDelivery(app, ana, appointment);
    await deliverNow(app);
    expect(await ledgerOf(app, later)).toMatchObject({ channel: "whatsapp", state: "accepted" });
  });

  it("what was refused costs nothing, and what has no other way says why it stays", async () => {
    app.services.whatsapp = scriptedWhatsApp(() => ({
      outcome: "refused",
      reason: "no_whatsapp",
      detail: "",
    }));
    await mintDelivery(app, ana, appointment, { channels: ["whatsapp"] });
    await deliverNow(app);
    expect(await spent()).toBe(0);
    await app.db
      .update(messageSettings)
      .set({ monthlyBudget: 0 })
      .where(eq(messageSettings.professionalId, ana.professionalId));
    const id = await mintDelivery(app, ana, appointment, { channels: ["whatsapp"] });
    await deliverNow(app);
    expect(await ledgerOf(app, id)).toMatchObject({ state: "failed", reason: "over_budget" });
  });
});
