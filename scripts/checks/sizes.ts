import type { Source, Violation } from "./source.ts";

export const name = "sizes";

/** Lines a file may have; functions are measured by oxlint (max-lines-per-function). */
const MAX_LINES = 300;
const MAX_ROUTER_LINES = 150;

/** Files that may be longer. The list only shrinks. */
const EXCEPTIONS: readonly string[] = [];

export function check(files: readonly Source[]): Violation[] {
  return files.flatMap(({ path, text }) => {
    if (!/\.(ts|tsx|mts|js|mjs|css)$/.test(path)) return [];
    const router = /^packages\/api\/src\/domains\/[^/]+\/(?:[\w-]+-)?router\.ts$/.test(path);
    const max = router ? MAX_ROUTER_LINES : MAX_LINES;
    const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
    const excepted = EXCEPTIONS.includes(path);
    if (lines > max && !excepted)
      return [{ file: path, line: max, message: `${lines} lines; at most ${max}` }];
    if (lines <= max && excepted)
      return [{ file: path, line: 1, message: "no longer too long: take it off the list" }];
    return [];
  });
}
