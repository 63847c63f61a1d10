import { expect, test } from "vitest";
import { pastToFold } from "./past-fold.ts";

/** Appointments that end at these hours. */
const day = (...hours: number[]) =>
  hours.map((hour) => ({
    id: `${hour}`,
    endsAt: `2026-11-18T${String(hour).padStart(2, "0")}:00:00.000Z`,
  }));
const NOON = "2026-11-18T12:00:00.000Z";

test("of many that are over, the latest stays in sight", () => {
  expect(pastToFold(day(8, 9, 10, 11, 13), NOON, null)).toBe(3);
  expect(pastToFold(day(9, 10, 12, 13), NOON, null)).toBe(2);
});

test("one or two stay, and so does a day of which nothing is left", () => {
  expect(pastToFold(day(10, 11, 13), NOON, null)).toBe(0);
  expect(pastToFold(day(13, 14), NOON, null)).toBe(0);
  expect(pastToFold(day(8, 9, 10, 11), NOON, null)).toBe(0);
  expect(pastToFold([], NOON, null)).toBe(0);
});

test("what was asked for is shown", () => {
  expect(pastToFold(day(8, 9, 10, 11, 13), NOON, "9")).toBe(0);
  expect(pastToFold(day(8, 9, 10, 11, 13), NOON, "13")).toBe(3);
});
