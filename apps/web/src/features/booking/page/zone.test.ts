import { expect, it } from "vitest";
import { placeOf, sameClock } from "./zone.ts";

it("zones are called as people call them", () => {
  expect(placeOf("America/Sao_Paulo", "pt-BR")).toBeNull();
  expect(placeOf("America/Bahia", "en")).toBeNull();
  expect(placeOf("America/Manaus", "pt-BR")).toBe("Manaus");
  expect(placeOf("Europe/Lisbon", "pt-BR")).toBe("Lisboa");
  expect(placeOf("Europe/Lisbon", "en")).toBe("Lisbon");
  expect(placeOf("America/Argentina/Buenos_Aires", "pt-BR")).toBe("Buenos Aires");
  expect(placeOf("UTC", "en")).toBe("UTC");
});

it("two zones may show one clock for part of the year", () => {
  const winter = "2026-01-12T12:00:00.000Z";
  const summer = "2026-07-12T12:00:00.000Z";
  expect(sameClock("America/Sao_Paulo", "America/Bahia", summer)).toBe(true);
  expect(sameClock("Europe/London", "Atlantic/Reykjavik", winter)).toBe(true);
  expect(sameClock("Europe/London", "Atlantic/Reykjavik", summer)).toBe(false);
  // The same time of another day is another time.
  expect(sameClock("Pacific/Honolulu", "Pacific/Kiritimati", winter)).toBe(false);
});
