import { describe, expect, it } from "vitest";
import { CHECKS } from "./all.ts";
import { structureCases } from "./samples-structure.ts";
import { textCases } from "./samples-text.ts";
import { sources } from "./samples.ts";

const cases = [...structureCases, ...textCases];

describe("checks of the house", () => {
  it("have samples, each of them", () => {
    expect(cases.map(({ check }) => check).toSorted()).toEqual(
      CHECKS.map(({ name }) => name).toSorted(),
    );
  });

  for (const { check: name, good, bad } of cases) {
    const check = CHECKS.find((one) => one.name === name)?.check ?? (() => []);
    it(`${name}: a good house passes`, () => {
      for (const sample of good) expect(check(sources(sample))).toEqual([]);
    });
    it(`${name}: a bad house fails`, () => {
      for (const [sample, message] of bad) {
        const found = check(sources(sample));
        expect(found, JSON.stringify(sample)).toHaveLength(1);
        expect(found[0]?.message).toMatch(message);
      }
    });
  }
});
