import { auditLog } from "@odys/db/schema/ops";
import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

describe("booking.setRules", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(); // Monday 2026-11-23, 09:00 in São Paulo
  });
  afterAll(() => app.close());

  it("changes what is named and nothing else, of this practice alone", async () => {
    const { caller } = await mintPractice(app);
    const other = await mintPractice(app);
    const before = await caller.booking.getRules({});
    const changed = { maxPerDay: 6, maxPerWeek: 20, holidays: "PT", slotStepMinutes: 15 } as const;
    expect(await caller.booking.setRules(changed)).toEqual({ ...before, ...changed });
    const more = { maxPerDay: null, cancelNoticeMinutes: 0, maxPending: 1, guestCheck: "mail" };
    const expected = { ...before, ...changed, ...more };
    expect(await caller.booking.setRules({ ...more, guestCheck: "mail" })).toEqual(expected);
    expect(await caller.booking.getRules({})).toEqual(expected);
    expect(await other.caller.booking.getRules({})).toEqual(before);
  });

  it("is in the audit log", async () => {
    const { caller, professionalId } = await mintPractice(app);
    await caller.booking.setRules({ maxPerDay: 7 });
    const [entry] = await app.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.rowId, professionalId), eq(auditLog.operation, "update")))
      .orderBy(desc(auditLog.id));
    expect(JSON.stringify(entry)).toContain('"max_per_day":[null,7]');
  });

  it("VALIDATION_ERROR for nothing, for figures without sense and for what is not a rule", async () => {
    const { caller } = await mintPractice(app);
    for (const wrong of [
      {},
      { maxPerDay: 0 },
      { maxPerWeek: 1.5 },
      { slotStepMinutes: 7 },
      { holidays: "XX" },
      { maxPerDay: 3, plan: "premium" },
    ])
      await expect(caller.booking.setRules(wrong as { maxPerDay: number })).rejects.toThrow(
        "VALIDATION_ERROR",
      );
  });
});
