import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PAPER } from "./theme-colors.ts";

test("the browser's bar is of the page's paper", () => {
  const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");
  expect(css).toContain(`--paper: light-dark(${PAPER.light}, ${PAPER.dark});`);
});
