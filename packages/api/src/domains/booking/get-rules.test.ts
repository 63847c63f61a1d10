import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

describe("booking.getRules", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(); // Monday 2026-11-23, 09:00 in São Paulo
  });
  afterAll(() => app.close());

  it("gives the rules of this practice, with what they are at first", async () => {
    await mintPractice(app, { professional: { maxPerDay: 3 } });
    const { caller } = await mintPractice(app, { professional: { holidays: "BR" } });
    expect(await caller.booking.getRules({})).toEqual({
      zone: "America/Sao_Paulo",
      slotStepMinutes: 30,
      maxPerDay: null,
      maxPerWeek: null,
      holidays: "BR",
      cancelNoticeMinutes: 1_440,
      maxPending: 10,
      guestCheck: "work",
    });
  });
});
