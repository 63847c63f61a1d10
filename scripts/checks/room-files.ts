import type { Source, Violation } from "./source.ts";

export const name = "room files";

const MAX_README_LINES = 20;

/** Each room has a short README.md and an index.ts, its door for the other rooms. */
export function check(files: readonly Source[]): Violation[] {
  const byPath = new Map(files.map((source) => [source.path, source]));
  const rooms = new Set(
    files.flatMap(({ path }) => /^packages\/api\/src\/domains\/[^/]+(?=\/)/.exec(path)?.[0] ?? []),
  );
  return [...rooms].flatMap((room) => {
    const found: Violation[] = [];
    const readme = byPath.get(`${room}/README.md`);
    if (!readme) found.push({ file: room, line: 1, message: "has no README.md" });
    else if (readme.text.trimEnd().split("\n").length > MAX_README_LINES)
      found.push({ file: readme.path, line: 1, message: `longer than ${MAX_README_LINES} lines` });
    if (!byPath.has(`${room}/index.ts`))
      found.push({ file: room, line: 1, message: "has no index.ts" });
    return found;
  });
}
