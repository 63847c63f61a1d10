import { deliveries, messageSettings } from "@odys/db/schema/messaging/deliveries";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";
import { planAllReminders } from "./plan-all-reminders.ts";

describe("planning what is missing", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());
  const run = (given?: { professionalId: string }) =>
    planAllReminders(app.ctx({ type: "cron" }), given);

  it("of every practice, once; of one practice anew after it changed its mind", async () => {
    const [ana, rui] = [await mintPractice(app), await mintPractice(app)];
    const at = (day: number, hour = 17) => ({
      status: "confirmed" as const,
      startsAt: new Date(Date.UTC(2026, 10, day, hour)),
    });
    for (const practice of [ana, rui])
      for (const day of [25, 26, 27]) await mintAppointment(app, practice, at(day));
    // Too far away, over, and only asked for: nothing to be reminded of.
    await mintAppointment(app, ana, { ...at(30), startsAt: new Date("2027-02-01T17:00:00.000Z") });
    await mintAppointment(app, ana, at(20));
    await mintAppointment(app, ana, { ...at(28), status: "pending_confirmation" });
    expect(await run()).toBe(12);
    expect(await run()).toBe(0);

    await app.db
      .insert(messageSettings)
      .values({ professionalId: ana.professionalId, reminderMinutes: [120] });
    expect(await run({ professionalId: ana.professionalId })).toBe(3);
    const rows = await app.db
      .select({ state: deliveries.state, professionalId: deliveries.professionalId })
      .from(deliveries)
      .where(eq(deliveries.state, "dropped"));
    expect(rows.map(({ professionalId }) => professionalId)).toEqual(
      Array.from({ length: 6 }, () => ana.professionalId),
    );
  });
});
