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
  else {
    const names = String(value).matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g);
    const unique = new Set([...names].map((match) => match[1] ?? match[2] ?? ""));
    into.set(prefix, [...unique].toSorted().join(" "));
  }
  return into;
}
