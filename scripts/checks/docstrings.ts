import { comments, isTest, parse, violation, type Source, type Violation } from "./source.ts";

export const name = "docstrings";

/** What other packages call says what a type cannot: units, zone, errors, the source of a formula. */
export function check(files: readonly Source[]): Violation[] {
  return files.flatMap((source) => {
    const ours = /^packages\/[^/]+\/src\/.*\.tsx?$/.test(source.path);
    if (!ours || isTest(source.path) || !/export\s/.test(source.text)) return [];
    const ends = comments(source)
      .filter(({ type, value }) => type === "Block" && value.startsWith("*"))
      .map(({ end }) => end);
    const documented = (start: number) =>
      ends.some((end) => end < start && source.text.slice(end, start).trim() === "");
    return parse(source).program.body.flatMap((node) => {
      if (node.type !== "ExportNamedDeclaration") return [];
      if (node.declaration?.type !== "FunctionDeclaration" || documented(node.start)) return [];
      const called = node.declaration.id?.name ?? "";
      return [violation(source, node.start, `${called}() has no docstring`)];
    });
  });
}
