import { expect, test } from "vitest";
import { byLetter, letterOf } from "./letters.ts";

test("accents and capitals make no other letter", () => {
  expect(["Ângela", "álvaro", " ana", "Élcio", "Çelik", "42 Graus", "…"].map(letterOf)).toEqual([
    "A",
    "A",
    "A",
    "E",
    "C",
    "#",
    "#",
  ]);
});

test("people stand under their letters, in their order", () => {
  const people = ["Ana", "Álvaro", "Bia"].map((name) => ({ name }));
  expect(byLetter(people)).toEqual([
    { letter: "A", people: people.slice(0, 2) },
    { letter: "B", people: people.slice(2) },
  ]);
  expect(byLetter([])).toEqual([]);
});
