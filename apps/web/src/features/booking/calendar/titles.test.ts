import { expect, it } from "vitest";
import { titleOf, weekOf } from "./titles.ts";

it.for([
  ["day", "2026-11-25", "pt-BR", "quarta-feira, 25 de novembro"],
  ["week", "2026-11-25", "pt-BR", "23–29 de novembro de 2026"],
  ["week", "2026-12-01", "pt-BR", "30 de novembro – 6 de dezembro de 2026"],
  ["week", "2026-12-31", "en", "28 December 2026 – 3 January 2027"],
  ["month", "2026-11-25", "en", "November 2026"],
] as const)("%s of %s in %s", ([view, day, locale, title]) => {
  expect(titleOf(view, day, locale, 1)).toBe(title);
});

it("a week has seven days", () => {
  expect(weekOf("2026-11-25", 1)).toEqual([
    "2026-11-23",
    "2026-11-24",
    "2026-11-25",
    "2026-11-26",
    "2026-11-27",
    "2026-11-28",
    "2026-11-29",
  ]);
});
