import { expect, it } from "vitest";
import { boundsOfDates, groupByDate } from "./days.ts";
import { at, iso } from "./testing/queries.ts";

it("groups by the date on the wall of whoever looks", () => {
  const slots = [at("2026-03-09T12:00Z"), at("2026-03-09T20:30Z"), at("2026-03-10T12:00Z")];
  const dates = (zone: string) =>
    groupByDate(slots, zone).map((day) => `${day.date}: ${day.slots.length}`);
  expect(dates("America/Sao_Paulo")).toEqual(["2026-03-09: 2", "2026-03-10: 1"]);
  expect(dates("Asia/Tokyo")).toEqual(["2026-03-09: 1", "2026-03-10: 2"]);
});

it("knows when local dates begin and end", () => {
  const { start, end } = boundsOfDates("2026-03-08", "2026-03-09", "America/New_York");
  expect(iso([start, end])).toEqual(["2026-03-08T05:00Z", "2026-03-10T04:00Z"]);
});
