import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

describe("booking.listHolidays", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(); // Monday 2026-11-23, 09:00 in São Paulo
  });
  afterAll(() => app.close());

  it("gives those of the practice's calendar, or of one that it thinks of", async () => {
    const { caller } = await mintPractice(app, { professional: { holidays: "BR" } });
    const range = { from: "2026-11-16", to: "2026-12-31" };
    expect(await caller.booking.listHolidays(range)).toEqual({
      calendar: "BR",
      holidays: [
        {
          date: "2026-11-20",
          names: { "pt-BR": "Dia da Consciência Negra", en: "Black Awareness Day" },
        },
        { date: "2026-12-25", names: { "pt-BR": "Natal", en: "Christmas Day" } },
      ],
    });
    const portugal = await caller.booking.listHolidays({ ...range, calendar: "PT" });
    expect(portugal.holidays.map(({ date }) => date)).toEqual([
      "2026-12-01",
      "2026-12-08",
      "2026-12-25",
    ]);
  });

  it("none where the practice keeps none; VALIDATION_ERROR for more than there is to plan", async () => {
    const { caller } = await mintPractice(app);
    const range = { from: "2026-01-01", to: "2026-12-31" };
    expect(await caller.booking.listHolidays(range)).toEqual({ calendar: "none", holidays: [] });
    await expect(
      caller.booking.listHolidays({ from: "2026-01-01", to: "2126-01-01" }),
    ).rejects.toThrow("VALIDATION_ERROR");
  });
});
