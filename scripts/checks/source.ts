import { posix } from "node:path";
import { parseSync, Visitor, type Comment, type ParseResult, type VisitorObject } from "oxc-parser";

/** One file of the repository: its path from the root (posix), and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What a check found: `line` counts from 1. */
export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface Import {
  /** As written, or as a path from the root when it points into the repository. */
  readonly target: string;
  readonly specifier: string;
  readonly line: number;
}

const CODE = /\.(ts|tsx|mts|js|mjs)$/;
const parsed = new WeakMap<Source, ParseResult>();

export const isCode = (source: Source) => CODE.test(source.path);
export const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || /(^|\/)(testing|e2e)\//.test(path);

/** The syntax of a source, parsed once however many checks ask. */
export function parse(source: Source): ParseResult {
  let result = parsed.get(source);
  if (!result) {
    result = parseSync(source.path, source.text);
    parsed.set(source, result);
  }
  return result;
}

function lineAt(source: Source, offset: number): number {
  let line = 1;
  for (let at = source.text.indexOf("\n"); at !== -1 && at < offset; line++) {
    at = source.text.indexOf("\n", at + 1);
  }
  return line;
}

export function violation(source: Source, offset: number, message: string): Violation {
  return { file: source.path, line: lineAt(source, offset), message };
}

/** Walks the syntax tree; `needs` is the text without which the tree need not be built at all. */
export function visit(source: Source, needs: RegExp, visitor: VisitorObject): void {
  if (isCode(source) && needs.test(source.text)) new Visitor(visitor).visit(parse(source).program);
}

export const comments = (source: Source): readonly Comment[] =>
  isCode(source) ? parse(source).comments : [];

/** `@odys/api/root`, `@/ui/button` and relative specifiers as paths from the root; others as they are. */
function resolve(from: string, specifier: string): string {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  const aliased = /^(?:@|~)\/(.*)$/.exec(specifier);
  if (aliased) return `apps/web/src/${aliased[1]}`;
  const ours = /^@odys\/(shared|db|api)\/(.*)$/.exec(specifier);
  if (ours) return `packages/${ours[1]}/src/${ours[2]}.ts`;
  return specifier;
}

/** Everything a source imports or re-exports: static, dynamic and `import("…").Type`. */
export function imports(source: Source): Import[] {
  if (!isCode(source)) return [];
  const { module } = parse(source);
  const found = new Map<number, string>();
  for (const entry of module.staticImports)
    found.set(entry.moduleRequest.start, entry.moduleRequest.value);
  for (const { entries } of module.staticExports)
    for (const { moduleRequest } of entries)
      if (moduleRequest) found.set(moduleRequest.start, moduleRequest.value);
  for (const { moduleRequest } of module.dynamicImports) {
    const text = source.text.slice(moduleRequest.start, moduleRequest.end);
    if (/^["'`]/.test(text)) found.set(moduleRequest.start, text.slice(1, -1));
  }
  visit(source, /import\(/, {
    TSImportType: ({ source: from }) => found.set(from.start, from.value),
  });
  return [...found].map(([offset, specifier]) => ({
    specifier,
    target: resolve(source.path, specifier),
    line: lineAt(source, offset),
  }));
}
