import fc from "fast-check";
import { expect, test } from "vitest";
import { RESERVED_SLUGS, SLUG, SLUG_MAX, slugFor, slugify } from "./slug.ts";

test.each([
  ["Ana Souza", "ana-souza"],
  ["  João d'Ávila Conceição ", "joao-d-avila-conceicao"],
  ["Łukasz Strauß", "lukasz-strauss"],
  ["Dra. Zoë — Fisioterapia & Pilates", "dra-zoe-fisioterapia-pilates"],
  ["李雷", "profissional"],
  ["x", "profissional"],
])("%s → %s", (name, slug) => expect(slugFor(name, [])).toBe(slug));

test("the first free number follows a taken name", () => {
  expect(slugFor("Ana Souza", ["ana-souza"])).toBe("ana-souza-2");
  expect(slugFor("Ana Souza", ["ana-souza", "ana-souza-2", "ana-souza-4"])).toBe("ana-souza-3");
});

test("a reserved word is never a practice", () => {
  for (const word of RESERVED_SLUGS) {
    expect(slugFor(word, [])).not.toBe(word);
    expect(word).toBe(slugify(word));
  }
});

test("whatever the name, the address is valid, fits, and is neither taken nor reserved", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (name) => {
      const first = slugFor(name, []);
      const second = slugFor(name, [first]);
      for (const slug of [first, second]) {
        expect(slug).toMatch(SLUG);
        expect(slug.length).toBeLessThanOrEqual(SLUG_MAX);
        expect(RESERVED_SLUGS).not.toContain(slug);
      }
      expect(second).not.toBe(first);
    }),
  );
});
