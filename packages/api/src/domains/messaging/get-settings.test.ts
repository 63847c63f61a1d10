import { messageSpending } from "@odys/db/schema/messaging/deliveries";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

describe("messaging.getSettings", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("has defaults for who has said nothing", async () => {
    const { caller } = await mintPractice(app);
    expect(await caller.messaging.getSettings({})).toEqual({
      reminderMinutes: [1440, 60],
      quietFrom: "22:00",
      quietUntil: "08:00",
      clientChannels: ["whatsapp", "mail"],
      monthlyBudget: { amount: 5000, currency: "BRL" },
      spent: { amount: 0, currency: "BRL" },
    });
  });

  it("knows what the month has cost, in the month of the practice's zone and of nobody else", async () => {
    const practice = { professional: { zone: "America/Sao_Paulo" } };
    const { caller, professionalId } = await mintPractice(app, practice);
    const other = await mintPractice(app, practice);
    await app.db.insert(messageSpending).values([
      { professionalId, month: "2026-11", spentMicros: 1_234_567, currency: "BRL" },
      { professionalId, month: "2026-12", spentMicros: 9_000_000, currency: "BRL" },
    ]);
    // The first of December in UTC, still November there.
    app.clock.set("2026-12-01T02:30:00.000Z");
    const spent = async () => (await caller.messaging.getSettings({})).spent;
    expect(await spent()).toEqual({ amount: 124, currency: "BRL" });
    app.clock.set("2026-12-01T03:30:00.000Z");
    expect(await spent()).toEqual({ amount: 900, currency: "BRL" });
    expect((await other.caller.messaging.getSettings({})).spent.amount).toBe(0);
  });
});
