import { expect, test } from "vitest";
import { FIT, fit, rank } from "./match.ts";

test.each([
  ["ser", "Serviços", FIT.start],
  ["servicos", "Serviços", FIT.start],
  ["SERVIÇOS", "Serviços", FIT.start],
  ["link", "Copiar o link da página", FIT.words],
  ["pag cop", "Copiar o link da página", FIT.words],
  ["iço", "Serviços", FIT.inside],
  ["svc", "Serviços", FIT.letters],
  // Over several words any letters would be found.
  ["ana", "Agenda", FIT.letters],
  ["clp", "Copiar o link da página", FIT.none],
  ["xyz", "Serviços", FIT.none],
  ["", "Serviços", FIT.start],
])("%s in %s", (typed, text, expected) => {
  expect(fit(typed, text)).toBe(expected);
});

test("other words by which something is known count as its own", () => {
  expect(fit("calend", "Agenda", "calendário, semana")).toBe(FIT.words);
});

test("the best come first, equals keep their order, and a floor can be set", () => {
  const items = [
    { label: "Horários" },
    { label: "Ver a agenda" },
    { label: "Agenda" },
    { label: "Anagenda" },
  ];
  expect(rank("agen", items).map(({ label }) => label)).toEqual([
    "Agenda",
    "Ver a agenda",
    "Anagenda",
  ]);
  expect(rank("agen", items, FIT.words)).toHaveLength(2);
  expect(rank("", items)).toEqual(items);
});
