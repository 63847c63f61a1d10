import { outboxEvents } from "@odys/db/schema/ops";
import { auditLog } from "@odys/db/schema/ops";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

describe("messaging.setSettings", () => {
  let app: TestApp;
  const told = (professionalId: string) =>
    app.db.$count(
      outboxEvents,
      and(
        eq(outboxEvents.professionalId, professionalId),
        eq(outboxEvents.type, "messaging.reminders_changed"),
      ),
    );
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("changes what is named and nothing else, of this practice alone", async () => {
    const { caller } = await mintPractice(app);
    const other = await mintPractice(app);
    const before = await caller.messaging.getSettings({});
    const changed = {
      reminderMinutes: [60, 2880, 60],
      quietFrom: "21:30",
      clientChannels: ["mail" as const],
      monthlyBudget: { amount: 1200, currency: "BRL" as const },
    };
    const after = await caller.messaging.setSettings(changed);
    expect(after).toEqual({ ...before, ...changed, reminderMinutes: [2880, 60] });
    expect(await caller.messaging.getSettings({})).toEqual(after);
    await caller.messaging.setSettings({ monthlyBudget: null });
    expect(await caller.messaging.getSettings({})).toEqual({ ...after, monthlyBudget: null });
    expect(await other.caller.messaging.getSettings({})).toEqual(before);
  });

  it("what is planned is planned anew when it depends on it, and only then", async () => {
    const { caller, professionalId } = await mintPractice(app);
    for (const changed of [
      { reminderMinutes: [1440, 120] },
      { quietUntil: "09:00" },
      { clientChannels: ["mail" as const, "whatsapp" as const] },
    ])
      await caller.messaging.setSettings(changed);
    expect(await told(professionalId)).toBe(3);
    await caller.messaging.setSettings({ monthlyBudget: null });
    await caller.messaging.setSettings({ quietUntil: "09:00" });
    expect(await told(professionalId)).toBe(3);
  });

  it("two at once change both, and each is told", async () => {
    const { caller, professionalId } = await mintPractice(app);
    await Promise.all([
      caller.messaging.setSettings({ reminderMinutes: [30] }),
      caller.messaging.setSettings({ quietFrom: "20:00" }),
    ]);
    const now = await caller.messaging.getSettings({});
    expect(now).toMatchObject({ reminderMinutes: [30], quietFrom: "20:00" });
    expect(await told(professionalId)).toBe(2);
  });

  it("is in the audit log", async () => {
    const { caller, professionalId } = await mintPractice(app);
    await caller.messaging.setSettings({ monthlyBudget: null });
    const rows = await app.db
      .select()
      .from(auditLog)
      .where(
        and(
          eq(auditLog.professionalId, professionalId),
          eq(auditLog.tableName, "message_settings"),
        ),
      );
    expect(JSON.stringify(rows)).toContain("monthly_budget");
  });

  it("what is given as nothing stays as it is", async () => {
    const { caller } = await mintPractice(app);
    const before = await caller.messaging.getSettings({});
    expect(
      await caller.messaging.setSettings({ reminderMinutes: [], monthlyBudget: undefined }),
    ).toEqual({ ...before, reminderMinutes: [] });
  });

  it("VALIDATION_ERROR for nothing, for figures without sense and for another currency", async () => {
    const { caller } = await mintPractice(app);
    for (const wrong of [
      {},
      { reminderMinutes: [1] },
      { reminderMinutes: [20_161] },
      { reminderMinutes: [10, 20, 30, 40, 50, 60] },
      { quietFrom: "24:00" },
      { quietFrom: "9:00" },
      { clientChannels: [] },
      { clientChannels: ["mail", "mail"] },
      { clientChannels: ["pigeon"] },
      { monthlyBudget: { amount: -1, currency: "BRL" } },
      { monthlyBudget: { amount: 100, currency: "USD" } },
      { reminderMinutes: [60], plan: "premium" },
    ])
      await expect(caller.messaging.setSettings(wrong as { quietFrom: string })).rejects.toThrow(
        "VALIDATION_ERROR",
      );
  });
});
