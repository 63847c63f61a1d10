import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKS } from "./all.ts";
import { isCode, parse, violation, type Source, type Violation } from "./source.ts";

const ROOT = join(import.meta.dirname, "../..");
const READ = /\.(ts|tsx|mts|js|mjs|css|sql|md|json|yaml)$/;

/** What git tracks or would track: the house as it stands in the work tree. */
function load(root: string): Source[] {
  const list = execFileSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return list
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(root, path)))
    .map((path) => ({ path, text: READ.test(path) ? readFileSync(join(root, path), "utf8") : "" }));
}

/** A file that cannot be parsed would pass every rule. */
const unparsed = (files: readonly Source[]): Violation[] =>
  files.filter(isCode).flatMap((source) => {
    const [error] = parse(source).errors;
    return error ? [violation(source, error.labels[0]?.start ?? 0, error.message)] : [];
  });

const files = load(ROOT);
const found = [{ name: "syntax", check: unparsed }, ...CHECKS].flatMap(({ name, check }) =>
  check(files).map((one) => ({ name, ...one })),
);
for (const { name, file, line, message } of found)
  console.log(`${file}:${line}  ${name}: ${message}`);
console.log(`${CHECKS.length} checks, ${files.length} files, ${found.length} violations`);
process.exitCode = found.length > 0 ? 1 : 0;
