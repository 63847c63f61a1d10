import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LETTERS, made, placeOf, SUBSETS } from "./subsets.ts";

const MESSAGES = join(import.meta.dirname, "../../apps/web/src/messages");

describe("the fonts that are shipped", () => {
  it.each(SUBSETS)("$file is what `pnpm fonts` makes of the package's", async (subset) => {
    const [shipped, now] = await Promise.all([readFile(placeOf(subset)), made(subset)]);
    expect(now.equals(shipped)).toBe(true);
  });

  it.each(["pt-BR.json", "en.json"])("have the letters of %s", async (file) => {
    const words = await readFile(join(MESSAGES, file), "utf8");
    const there = new Set(LETTERS);
    const missing = [...new Set(words)].filter((letter) => letter >= " " && !there.has(letter));
    expect(missing).toEqual([]);
  });
});
