import { describe, expect, it } from "vitest";
import { sayWhen } from "./when.ts";

describe("a time in words", () => {
  it.each([
    [
      "2026-11-26T17:00:00.000Z",
      "America/Sao_Paulo",
      "quinta, 26 de novembro, 14h (horário de Brasília)",
      "Thursday, November 26, 2 PM (Brasilia time)",
    ],
    [
      "2026-11-26T17:30:00.000Z",
      "America/Manaus",
      "quinta, 26 de novembro, 13h30 (horário do Amazonas)",
      "Thursday, November 26, 1:30 PM (Amazon time)",
    ],
    // Already Sunday there, still Saturday in UTC; nine o'clock without a zero before it.
    [
      "2026-11-28T21:15:00.000Z",
      "Asia/Tokyo",
      "domingo, 29 de novembro, 6h15 (horário do Japão)",
      "Sunday, November 29, 6:15 AM (Japan time)",
    ],
    [
      "2026-12-01T12:00:00.000Z",
      "America/Sao_Paulo",
      "terça, 1º de dezembro, 9h (horário de Brasília)",
      "Tuesday, December 1, 9 AM (Brasilia time)",
    ],
    [
      "2026-07-01T23:00:00.000Z",
      "Europe/Lisbon",
      "quinta, 2 de julho, 0h (horário da Europa Ocidental)",
      "Thursday, July 2, 12 AM (Western European time)",
    ],
    [
      "2026-11-26T17:00:00.000Z",
      "America/New_York",
      "quinta, 26 de novembro, 12h (horário do Leste)",
      "Thursday, November 26, 12 PM (Eastern time)",
    ],
  ])("%s in %s", (instant, zone, portuguese, english) => {
    expect(sayWhen(instant, zone, "pt-BR")).toBe(portuguese);
    expect(sayWhen(instant, zone, "en")).toBe(english);
  });
});
