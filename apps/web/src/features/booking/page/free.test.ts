import { expect, it } from "vitest";
import { byDay, byPart } from "./free.ts";

const FREE = {
  zone: "America/Sao_Paulo",
  durationMinutes: 50,
  days: [
    {
      date: "2026-11-12",
      slots: [
        "2026-11-12T12:00:00.000Z",
        "2026-11-12T15:00:00.000Z",
        "2026-11-12T21:00:00.000Z",
        "2026-11-13T00:30:00.000Z",
      ],
    },
  ],
};

it("days are those of whoever reads", () => {
  expect([...byDay(FREE, "America/Sao_Paulo").keys()]).toEqual(["2026-11-12"]);
  const inLisbon = byDay(FREE, "Europe/Lisbon");
  expect([...inLisbon].map(([day, slots]) => [day, slots.length])).toEqual([
    ["2026-11-12", 3],
    ["2026-11-13", 1],
  ]);
});

it("a day has three parts, and those without a time are left out", () => {
  const slots = FREE.days[0]?.slots ?? [];
  const parts = byPart(slots, "America/Sao_Paulo").map((group) => [group.part, group.slots.length]);
  expect(parts).toEqual([
    ["morning", 1],
    ["afternoon", 1],
    ["evening", 2],
  ]);
  expect(byPart(slots.slice(0, 1), "America/Sao_Paulo")).toHaveLength(1);
});
