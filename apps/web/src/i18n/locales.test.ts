import { expect, test } from "vitest";
import { pickLocale } from "./locales.ts";

test.each([
  [undefined, null, "pt-BR"],
  [undefined, "", "pt-BR"],
  [undefined, "en-US,en;q=0.9", "en"],
  [undefined, "pt-PT,pt;q=0.9,en;q=0.8", "pt-BR"],
  [undefined, "fr-FR,fr;q=0.9,en;q=0.5,pt;q=0.7", "pt-BR"],
  [undefined, "de,en;q=0", "pt-BR"],
  [undefined, "en;q=0.5, pt-BR", "pt-BR"],
  [undefined, "de-DE,ja", "pt-BR"],
  ["en", "pt-BR", "en"],
  ["pt-BR", "en", "pt-BR"],
  ["klingon", "en", "en"],
])("choice %j and browser %j → %s", (cookie, header, locale) => {
  expect(pickLocale(cookie, header)).toBe(locale);
});
