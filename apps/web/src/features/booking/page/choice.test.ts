import { expect, test } from "vitest";
import { addressOf, readWish } from "./choice.ts";

const read = (query: string) => readWish(new URLSearchParams(query));

test("an address says what was chosen, and nothing twice", () => {
  const wish = {
    service: "s1",
    month: "2026-12",
    day: "2026-12-03",
    slot: "2026-12-03T12:00:00.000Z",
  };
  const address = addressOf("/p/ana", wish);
  expect(address).not.toContain("month");
  const again = read(address.split("?")[1] ?? "");
  expect(again).toMatchObject({ service: "s1", day: "2026-12-03", slot: wish.slot });
  expect(addressOf("/p/ana", { month: "2027-01", day: "2026-12-03" })).toContain("month=2027-01");
  expect(addressOf("/p/ana", {})).toBe("/p/ana");
});

test.each([
  ["month=2026-13", "month"],
  ["month=junho", "month"],
  ["day=2026-02-32", "day"],
  ["day=2026-12-3", "day"],
  ["slot=amanhã", "slot"],
  ["slot=2026-12-03T25:00:00Z", "slot"],
  ["slot=2026-12-03T12:00", "slot"],
  ["zone=Terra/Média", "zone"],
] as const)("%s was not chosen", (query, name) => {
  expect(read(query)[name]).toBeUndefined();
});

test("a zone is any that the browser knows", () => {
  expect(read("zone=Europe/Lisbon").zone).toBe("Europe/Lisbon");
});
