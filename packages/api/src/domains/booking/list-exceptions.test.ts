import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintException, mintPractice } from "../../testing/fixtures.ts";

describe("booking.listExceptions", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(); // Monday 2026-11-23, 09:00 in São Paulo
  });
  afterAll(() => app.close());

  it("has those of the range by date, of this practice alone", async () => {
    const practice = await mintPractice(app);
    await mintException(app, await mintPractice(app), { date: "2026-12-02", note: "de outra" });
    for (const date of ["2026-12-31", "2026-12-01", "2027-01-01", "2026-11-30"])
      await mintException(app, practice, { date, windows: [[600, 1_440]], note: "Curso" });
    const range = { from: "2026-12-01", to: "2026-12-31" };
    const { exceptions } = await practice.caller.booking.listExceptions(range);
    const windows = [{ startTime: "10:00", endTime: "24:00" }];
    expect(exceptions).toEqual(
      ["2026-12-01", "2026-12-31"].map((date) => ({
        id: expect.any(String),
        date,
        windows,
        note: "Curso",
      })),
    );
  });

  it("VALIDATION_ERROR for a range that is none", async () => {
    const { caller } = await mintPractice(app);
    const range = { from: "2026-12-02", to: "2026-12-01" };
    await expect(caller.booking.listExceptions(range)).rejects.toThrow("VALIDATION_ERROR");
  });
});
