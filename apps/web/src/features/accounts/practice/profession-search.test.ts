import { PROFESSIONS } from "@odys/shared/accounts/professions";
import { expect, test } from "vitest";
import { MESSAGES } from "../../../i18n/messages.ts";
import { searchProfessions } from "./profession-search.ts";

const found = (typed: string, locale: "pt-BR" | "en" = "pt-BR") => {
  const { professions, professionWords } = MESSAGES[locale];
  const groups = searchProfessions(typed, (p) => `${professions[p]} ${professionWords[p]}`);
  return groups.flatMap((group) => group.professions);
};

test.each([
  ["psicologa", "psychologist"],
  ["Psicólogo", "psychologist"],
  ["cabelo", "hairdresser"],
  ["cilios", "lash_designer"],
  ["jiu", "martial_arts_teacher"],
  ["ingles", "language_teacher"],
])("%s finds %s first", (typed, profession) => {
  expect(found(typed)[0]).toBe(profession);
});

test("nothing typed finds everything, nonsense nothing", () => {
  expect(found("")).toHaveLength(PROFESSIONS.length);
  expect(found("  ")).toHaveLength(PROFESSIONS.length);
  expect(found("xyzzy")).toEqual([]);
  expect(found("lawyer", "en")).toEqual(["lawyer"]);
});

test("every profession has words to be found by, and ideas for a first service", () => {
  for (const messages of Object.values(MESSAGES)) {
    expect(Object.keys(messages.professionWords).toSorted()).toEqual(PROFESSIONS.toSorted());
    expect(Object.keys(messages.onboarding.ideas).toSorted()).toEqual(PROFESSIONS.toSorted());
  }
});
