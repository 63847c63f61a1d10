import { describe, expect, it } from "vitest";
import { entitlements, PLANS } from "./plans.ts";

const now = Date.UTC(2026, 10, 21);

describe("entitlements", () => {
  it("gives what is paid when there is no trial", () => {
    expect(entitlements("free", null, now)).toMatchObject({
      plan: "free",
      maxClients: 10,
      maxAppointmentsPerMonth: 20,
    });
  });

  it("gives pro during a trial and falls back at its very end", () => {
    expect(entitlements("free", now + 1, now).plan).toBe("pro");
    expect(entitlements("free", now, now).plan).toBe("free");
  });

  it("never takes away what is paid because of a trial", () => {
    expect(entitlements("premium", now + 1, now).plan).toBe("premium");
  });

  it("each plan has all the features of the one below", () => {
    const plans = Object.values(PLANS);
    for (const [index, plan] of plans.entries()) {
      const below: readonly string[] = plans[index - 1]?.features ?? [];
      expect(plan.features).toEqual(expect.arrayContaining([...below]));
    }
  });
});
