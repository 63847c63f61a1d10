import { expect, it } from "vitest";
import { rangeOf, readView, step, weekStart } from "./range.ts";

it("a week begins on Monday or Sunday", () => {
  expect(weekStart("2026-11-25", 1)).toBe("2026-11-23");
  expect(weekStart("2026-11-25", 0)).toBe("2026-11-22");
  expect(weekStart("2026-11-29", 1)).toBe("2026-11-23");
  expect(weekStart("2026-11-23", 1)).toBe("2026-11-23");
});

it("views show their days, a month whole weeks and at most six of them", () => {
  expect(rangeOf("day", "2026-11-25", 1)).toEqual({ from: "2026-11-25", to: "2026-11-25" });
  expect(rangeOf("week", "2026-12-31", 1)).toEqual({ from: "2026-12-28", to: "2027-01-03" });
  expect(rangeOf("month", "2026-11-25", 1)).toEqual({ from: "2026-10-26", to: "2026-12-06" });
  expect(rangeOf("month", "2026-02-10", 0)).toEqual({ from: "2026-02-01", to: "2026-02-28" });
});

it("steps keep the day where there is one", () => {
  expect(step("day", "2026-12-31", 1)).toBe("2027-01-01");
  expect(step("week", "2026-11-25", -1)).toBe("2026-11-18");
  expect(step("month", "2027-01-31", 1)).toBe("2027-02-28");
  expect(step("month", "2026-01-15", -1)).toBe("2025-12-15");
});

it("reads only views that there are", () => {
  expect([readView("day"), readView("year"), readView(["day"])]).toEqual(["day", null, null]);
});
