import { PROFESSION_GROUPS, PROFESSIONS } from "@odys/shared/accounts/professions";
import { ERROR_CODES } from "@odys/shared/kernel/errors";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { LOCALES } from "./locales.ts";
import { MESSAGES } from "./messages.ts";

/** Dotted key → text. */
function flatten(value: object, prefix = ""): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]): [string, string][] => {
    const path = prefix === "" ? key : `${prefix}.${key}`;
    return typeof inner === "object" && inner !== null
      ? flatten(inner, path)
      : [[path, String(inner)]];
  });
}

/**
 * Names in braces and of tags, sorted. Braces alternate between an argument and, inside a plural or a
 * select, a branch of text: what stands in a branch are words, not placeholders.
 */
function placeholders(text: string): string[] {
  const names = new Set([...text.matchAll(/<(\w+)>/g)].map(([, tag]) => tag ?? ""));
  let depth = 0;
  for (const [brace, name] of text.matchAll(/\{\s*(\w+)?|\}/g)) {
    if (brace === "}") depth--;
    else if (depth++ % 2 === 0 && name) names.add(name);
  }
  return [...names].toSorted();
}

const pt = new Map(flatten(MESSAGES["pt-BR"]));

describe.each(LOCALES)("%s", (locale) => {
  const entries = flatten(MESSAGES[locale]);

  test("has exactly the keys of the others", () => {
    expect(entries.map(([key]) => key).toSorted()).toEqual([...pt.keys()].toSorted());
  });

  test("has the same placeholders", () => {
    const other = entries.filter(
      ([key, text]) => placeholders(text).join() !== placeholders(pt.get(key) ?? "").join(),
    );
    expect(other).toEqual([]);
  });

  test("says something everywhere, without a space too many", () => {
    expect(entries.filter(([, text]) => text.trim() === "" || text !== text.trim())).toEqual([]);
  });

  test("every message can be formatted", () => {
    const failed: string[] = [];
    const t = createTranslator({
      locale,
      messages: MESSAGES[locale],
      onError: (error) => failed.push(error.message),
    });
    for (const [key, text] of entries) {
      const values = Object.fromEntries(
        placeholders(text).map((name) => [
          name,
          text.includes(`<${name}>`) ? (chunks: unknown) => chunks : 2,
        ]),
      );
      Reflect.apply(t.rich, t, [key, values]);
    }
    expect(failed).toEqual([]);
  });

  test("has a sentence for every error code, and for no other", () => {
    expect(Object.keys(MESSAGES[locale].errors).toSorted()).toEqual([...ERROR_CODES].toSorted());
  });

  test("names every profession and group", () => {
    expect(Object.keys(MESSAGES[locale].professions).toSorted()).toEqual(
      [...PROFESSIONS].toSorted(),
    );
    expect(Object.keys(MESSAGES[locale].professionGroups).toSorted()).toEqual(
      Object.keys(PROFESSION_GROUPS).toSorted(),
    );
  });

  test("never says Ops", () => {
    expect(entries.filter(([, text]) => /\bo+ps\b/i.test(text))).toEqual([]);
  });
});
