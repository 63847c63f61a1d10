import { readdirSync } from "node:fs";
import { join } from "node:path";
import { RESERVED_SLUGS, SLUG } from "@odys/shared/accounts/slug";
import { expect, test } from "vitest";

const APP = join(import.meta.dirname, "../app");

/** First path segments under which a page or a route handler answers; groups are looked through. */
function firstSegments(dir = APP): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^[_@]/.test(entry.name))
    .flatMap(({ name }) =>
      /^\(.+\)$/.test(name)
        ? firstSegments(join(dir, name))
        : answers(join(dir, name))
          ? [name]
          : [],
    );
}

function answers(dir: string): boolean {
  return readdirSync(dir, { recursive: true, encoding: "utf8" }).some((path) =>
    /(^|\/)(page|route)\.tsx?$/.test(path),
  );
}

test("no practice can be called like a page of the app", () => {
  // What no address of a practice can look like (`[slug]`, `sw.js`) cannot meet one.
  const segments = firstSegments().filter((name) => SLUG.test(name));
  expect(segments).toContain("api");
  for (const name of segments) expect(RESERVED_SLUGS).toContain(name);
});

test("under /p/ there is nothing but practices, so nothing more has to be reserved", () => {
  const beside = readdirSync(join(APP, "(public)/p"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^[[_]/.test(entry.name))
    .map(({ name }) => name);
  expect(beside.filter((name) => !RESERVED_SLUGS.includes(name))).toEqual([]);
});
