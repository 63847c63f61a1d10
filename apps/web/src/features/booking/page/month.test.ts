import { describe, expect, it } from "vitest";
import { addDays, addMonths, lastDayOf, moveBy, rangeOf, weeksOf } from "./month.ts";

describe("days without a zone", () => {
  it("go over the ends of months and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
    expect(addMonths("2026-11", 3)).toBe("2027-02");
    expect(addMonths("2026-01", -1)).toBe("2025-12");
    expect(lastDayOf("2026-02")).toBe("2026-02-28");
  });

  it("stand in rows of seven from Sunday on", () => {
    const weeks = weeksOf("2026-11"); // begins on a Sunday
    expect(weeks).toHaveLength(5);
    expect(weeks[0]?.[0]).toBe("2026-11-01");
    expect(weeks[4]?.slice(0, 3)).toEqual(["2026-11-29", "2026-11-30", null]);
    expect(weeksOf("2026-08").map((week) => week.filter(Boolean).length)).toEqual([
      1, 7, 7, 7, 7, 2,
    ]);
  });

  it("are asked about with a neighbour on each side, within what one question may span", () => {
    expect(rangeOf("2026-12")).toEqual({ from: "2026-11-30", to: "2027-01-01" });
  });
});

describe("keys in the grid", () => {
  it.each([
    ["ArrowLeft", "2026-11-11"],
    ["ArrowRight", "2026-11-13"],
    ["ArrowUp", "2026-11-05"],
    ["ArrowDown", "2026-11-19"],
    ["Home", "2026-11-08"],
    ["End", "2026-11-14"],
    ["PageUp", "2026-10-12"],
    ["PageDown", "2026-12-12"],
    ["Enter", null],
  ])("%s from Thursday 12 leads to %s", (key, there) => {
    expect(moveBy(key, "2026-11-12")).toBe(there);
  });

  it("land on the last day of a shorter month", () => {
    expect(moveBy("PageDown", "2026-01-31")).toBe("2026-02-28");
  });
});
