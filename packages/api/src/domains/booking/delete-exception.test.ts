import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintException, mintPractice } from "../../testing/fixtures.ts";

describe("booking.deleteException", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(); // Monday 2026-11-23, 09:00 in São Paulo
  });
  afterAll(() => app.close());

  it("takes back those of a range and says what they were, so that they can be set again", async () => {
    const practice = await mintPractice(app);
    const { booking } = practice.caller;
    for (const date of ["2026-12-03", "2026-12-01", "2026-12-02"])
      await mintException(app, practice, { date, windows: [[540, 600]], note: "Meio dia" });
    const other = await mintPractice(app);
    await mintException(app, other, { date: "2026-12-02" });
    const { exceptions } = await booking.deleteException({ from: "2026-12-02", to: "2026-12-31" });
    expect(exceptions).toMatchObject([
      { date: "2026-12-02", windows: [{ startTime: "09:00", endTime: "10:00" }], note: "Meio dia" },
      { date: "2026-12-03" },
    ]);
    const december = { from: "2026-12-01", to: "2026-12-31" };
    expect((await booking.listExceptions(december)).exceptions).toHaveLength(1);
    expect((await other.caller.booking.listExceptions(december)).exceptions).toHaveLength(1);
  });

  it("NOT_FOUND where there is none of this practice's", async () => {
    const { caller } = await mintPractice(app);
    const date = "2026-12-05";
    await mintException(app, await mintPractice(app), { date });
    await expect(caller.booking.deleteException({ from: date, to: date })).rejects.toThrow(
      "NOT_FOUND",
    );
  });
});
