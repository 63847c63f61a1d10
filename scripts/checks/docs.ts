import type { Source, Violation } from "./source.ts";

export const name = "docs";

const TRUE_PAGES = new Set(["README.md", "docs/architecture.md"]);
const HEADINGS = ["## Context", "## Decision", "## Consequences"];
const PATH = /(?<![\w/.@-])((?:apps|packages|bench|docs|scripts)\/[\w.@()[\]<>*/-]*)/g;

/** What the map names exists; a decision record has its three headings and its number. */
export function check(files: readonly Source[]): Violation[] {
  const paths = files.map(({ path }) => path);
  const exists = (path: string) =>
    paths.some((one) => one === path || one.startsWith(path.endsWith("/") ? path : `${path}/`));
  const numbers = new Map<string, string>();
  return files.flatMap(({ path, text }) => {
    if (TRUE_PAGES.has(path))
      return text.split("\n").flatMap((row, index) =>
        [...row.matchAll(PATH)]
          .map(([, named = ""]) => known(named))
          .filter((named) => named !== "" && !exists(named))
          .map((named) => ({ file: path, line: index + 1, message: `${named} does not exist` })),
      );
    const record = /^docs\/decisions\/(.+)$/.exec(path)?.[1];
    return record && record !== "template.md" ? decision(path, record, text, numbers) : [];
  });
}

/** `packages/api/src/domains/<room>/x.ts` promises what stands before the placeholder. */
const known = (named: string) => named.replace(/[^/]*[<*].*$/, "").replace(/[.)\]]+$/, "");

function decision(path: string, record: string, text: string, numbers: Map<string, string>) {
  const say = (message: string) => ({ file: path, line: 1, message });
  const number = /^(\d{4})-[a-z0-9-]+\.md$/.exec(record)?.[1];
  if (!number) return [say("named NNNN-what-was-decided.md")];
  const found = HEADINGS.filter((heading) => !text.includes(`\n${heading}\n`)).map((heading) =>
    say(`lacks "${heading}"`),
  );
  if (!text.startsWith(`# ${number}. `)) found.push(say(`begins with "# ${number}. Title"`));
  if (text.trimEnd().split("\n").length > 40) found.push(say("longer than 40 lines"));
  if (numbers.has(number)) found.push(say(`the number is ${numbers.get(number)}'s`));
  numbers.set(number, record);
  return found;
}
