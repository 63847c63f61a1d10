import { expect, test } from "vitest";
import { clientSearch } from "./search.ts";

test("words are parts of names and addresses", () => {
  const first = { name: "ana%", word: "% ana%" };
  expect(clientSearch("  ana   souza ")).toEqual({
    words: ["%ana%", "%souza%"],
    phone: null,
    first,
  });
  expect(clientSearch("")).toEqual({ words: [], phone: null, first: null });
});

test("what LIKE would read as a wildcard is a letter", () => {
  expect(clientSearch(String.raw`50%_\x`).words).toEqual([String.raw`%50\%\_\\x%`]);
});

test("digits are parts of a number, however they are written", () => {
  expect(clientSearch("98765-43").phone).toBe("%9876543%");
  expect(clientSearch("+55 (11) 98765-4321").phone).toBe("%5511987654321%");
  expect(clientSearch("011 98765").phone).toBe("%1198765%");
  expect(clientSearch("12").phone).toBeNull();
});

test("an old Brazilian number finds the one with the ninth digit", () => {
  expect(clientSearch("(11) 8765-4321").phone).toBe("%11%87654321%");
  expect(clientSearch("+55 11 8765-4321").phone).toBe("%11%87654321%");
});
