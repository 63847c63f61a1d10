import { expect, it } from "vitest";
import { groupByDate } from "./days.ts";
import { at } from "./testing/queries.ts";

it("groups by the date on the wall of whoever looks", () => {
  const slots = [at("2026-03-09T12:00Z"), at("2026-03-09T20:30Z"), at("2026-03-10T12:00Z")];
  const dates = (zone: string) =>
    groupByDate(slots, zone).map((day) => `${day.date}: ${day.slots.length}`);
  expect(dates("America/Sao_Paulo")).toEqual(["2026-03-09: 2", "2026-03-10: 1"]);
  expect(dates("Asia/Tokyo")).toEqual(["2026-03-09: 1", "2026-03-10: 2"]);
});
