import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { fillIn } from "./fill-in.ts";
import { LOCALES } from "./locales.ts";
import { MESSAGES } from "./messages.ts";

/** The rooms whose words go to browsers without next-intl. */
const SLIM = ["common", "errors", "booking", "manage"] as const;

function leaves(value: object, path: string): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === "object" && inner !== null
      ? leaves(inner, `${path}.${key}`)
      : [[`${path}.${key}`, String(inner)] satisfies [string, string]],
  );
}

describe.each(LOCALES)("%s", (locale) => {
  const texts = SLIM.flatMap((room) => leaves(MESSAGES[locale][room], room));

  test.each([0, 1, 2, 1000])("says what next-intl says, of %d", (count) => {
    const t = createTranslator({ locale, messages: MESSAGES[locale] });
    for (const [key, text] of texts) {
      const names = [...text.matchAll(/\{\s*(\w+)/g)].map(([, name]) => name ?? "");
      const values = Object.fromEntries(
        names.map((name) => [name, text.includes(`{${name}}`) ? `«${name}»` : count]),
      );
      expect(fillIn(text, values, locale)).toBe(Reflect.apply(t, undefined, [key, values]));
    }
  });

  test("uses nothing of the grammar that is not known here", () => {
    const strange = texts.filter(([, text]) =>
      /<\w|'[{}#|]|, *(select|date|number|time)/.test(text),
    );
    expect(strange).toEqual([]);
  });
});
