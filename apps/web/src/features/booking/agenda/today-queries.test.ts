import { expect, test } from "vitest";
import { dayAfter, readDay, todayQueries } from "./today-queries.ts";

test("a day is read from an address only when there is such a day", () => {
  expect(readDay("2026-11-26")).toBe("2026-11-26");
  for (const text of ["2026-02-30", "2026-13-01", "26/11/2026", "", "today", undefined, ["x"]])
    expect(readDay(text)).toBeNull();
});

test("days follow each other over months and years", () => {
  expect(dayAfter("2026-12-31", 1)).toBe("2027-01-01");
  expect(dayAfter("2028-03-01", -1)).toBe("2028-02-29");
});

test("today is that of the practice, and another day takes its place", () => {
  const now = "2026-11-21T01:30:00.000Z"; // still the 20th in São Paulo
  const today = todayQueries(now, "America/Sao_Paulo", null);
  expect(today.days).toEqual({ from: "2026-11-20", to: "2026-11-21", limit: 100 });
  const other = todayQueries(now, "America/Sao_Paulo", "2026-12-31");
  expect(other).toMatchObject({ today: "2026-11-20", day: "2026-12-31", following: "2027-01-01" });
  expect(other.requests).toEqual(today.requests);
});
