import { describe, expect, it } from "vitest";
import { sayFully, sayWhen } from "./when.ts";

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

describe("a time with nothing left to guess", () => {
  it.each([
    [
      "2026-12-01T12:00:00.000Z",
      "America/Sao_Paulo",
      "terça, 1º de dezembro de 2026, 9h (horário de Brasília, UTC−3)",
      "Tuesday, December 1, 2026, 9 AM (Brasilia time, UTC−3)",
    ],
    // The same wall time twice in one night: an hour apart.
    [
      "2026-11-01T05:30:00.000Z",
      "America/New_York",
      "domingo, 1º de novembro de 2026, 1h30 (horário do Leste, UTC−4)",
      "Sunday, November 1, 2026, 1:30 AM (Eastern time, UTC−4)",
    ],
    [
      "2026-11-01T06:30:00.000Z",
      "America/New_York",
      "domingo, 1º de novembro de 2026, 1h30 (horário do Leste, UTC−5)",
      "Sunday, November 1, 2026, 1:30 AM (Eastern time, UTC−5)",
    ],
    // New Year's Eve in UTC, already the next year there.
    [
      "2026-12-31T18:30:00.000Z",
      "Asia/Kathmandu",
      "sexta, 1º de janeiro de 2027, 0h15 (horário do Nepal, UTC+5:45)",
      "Friday, January 1, 2027, 12:15 AM (Nepal time, UTC+5:45)",
    ],
  ])("%s in %s", (instant, zone, portuguese, english) => {
    expect(sayFully(instant, zone, "pt-BR")).toBe(portuguese);
    expect(sayFully(instant, zone, "en")).toBe(english);
  });
});
