import type { Source, Violation } from "./source.ts";

export const name = "messages";

const FILE = /^apps\/web\/src\/messages\/([\w-]+)\.json$/;

/** Every language says the same things, with the same placeholders. */
export function check(files: readonly Source[]): Violation[] {
  const languages = files
    .filter(({ path }) => FILE.test(path))
    .map(({ path, text }) => ({ path, entries: flatten(JSON.parse(text)) }));
  const first = languages.find(({ path }) => path.endsWith("/pt-BR.json")) ?? languages[0];
  if (!first) return [];
  return languages.flatMap((other) => {
    const keys = new Set([...first.entries.keys(), ...other.entries.keys()]);
    return [...keys].flatMap((key) => {
      const [here, there] = [first.entries.get(key), other.entries.get(key)];
      if (here !== undefined && here === there) return [];
      if (here === undefined) return [{ file: first.path, line: 1, message: `lacks ${key}` }];
      if (there === undefined) return [{ file: other.path, line: 1, message: `lacks ${key}` }];
      return [
        { file: other.path, line: 1, message: `${key}: other placeholders (${there} | ${here})` },
      ];
    });
  });
}

/** Dotted key → its placeholders, sorted. */
function flatten(value: unknown, prefix = "", into = new Map<string, string>()) {
  if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value))
      flatten(inner, prefix === "" ? key : `${prefix}.${key}`, into);
  else into.set(prefix, placeholders(String(value)).join(" "));
  return into;
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
