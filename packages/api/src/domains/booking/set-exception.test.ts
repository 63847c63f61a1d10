import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintException, mintPractice } from "../../testing/fixtures.ts";

describe("booking.setException", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(); // Monday 2026-11-23, 09:00 in São Paulo
  });
  afterAll(() => app.close());

  const window = (startTime: string, endTime: string) => ({ startTime, endTime });
  const YEAR = { from: "2026-12-01", to: "2027-11-30" };

  it("closes a range of dates, gives one of them other hours, and touches no other practice", async () => {
    const { caller } = await mintPractice(app);
    const other = await mintPractice(app);
    await mintException(app, other, { date: "2026-12-21", note: "de outra" });
    const vacation = { from: "2026-12-21", to: "2027-01-03", windows: [], note: "Férias" };
    expect((await caller.booking.setException(vacation)).exceptions).toHaveLength(14);
    const date = "2026-12-23";
    const windows = [window("14:00", "24:00"), window("09:00", "12:00")];
    const { exceptions } = await caller.booking.setException({ from: date, to: date, windows });
    expect(exceptions).toEqual([
      { id: expect.any(String), date, windows: windows.toReversed(), note: "" },
    ]);
    const { exceptions: all } = await caller.booking.listExceptions(YEAR);
    expect(all.filter((each) => each.windows.length === 0 && each.note === "Férias")).toHaveLength(
      13,
    );
    expect((await other.caller.booking.listExceptions(YEAR)).exceptions).toMatchObject([
      { date: "2026-12-21", note: "de outra" },
    ]);
  });

  it("two that set overlapping ranges at once both succeed, and one of them counts for each date", async () => {
    const { caller } = await mintPractice(app);
    const set = (from: string, to: string, note: string) =>
      caller.booking.setException({ from, to, windows: [], note });
    await Promise.all([
      set("2026-12-01", "2026-12-20", "a"),
      set("2026-12-10", "2026-12-31", "b"),
      set("2026-12-05", "2026-12-25", "c"),
    ]);
    const { exceptions } = await caller.booking.listExceptions(YEAR);
    expect(exceptions).toHaveLength(31);
  });

  it("VALIDATION_ERROR for windows that overlap or end before they begin, and for more than a year", async () => {
    const { caller } = await mintPractice(app);
    const day = { from: "2026-12-01", to: "2026-12-01" };
    const overlap = [window("09:00", "12:00"), window("11:00", "13:00")];
    for (const wrong of [
      { ...day, windows: overlap },
      { ...day, windows: [window("12:00", "09:00")] },
      { ...day, windows: [window("24:00", "24:00")] },
      { from: "2026-12-01", to: "2027-12-02", windows: [] },
    ])
      await expect(caller.booking.setException(wrong)).rejects.toThrow("VALIDATION_ERROR");
    const touching = [window("09:00", "12:00"), window("12:00", "13:00")];
    const { exceptions } = await caller.booking.setException({ ...day, windows: touching });
    expect(exceptions[0]?.windows).toEqual([window("09:00", "13:00")]);
  });
});
