import { comments, violation, type Source, type Violation } from "./source.ts";

export const name = "loose ends";

const MARK = /\b(TODO|FIXME|XXX|HACK)\b/;

/** No notes to a later self: do it, or open an issue. */
export function check(files: readonly Source[]): Violation[] {
  return files.flatMap((source) => {
    if (!MARK.test(source.text)) return [];
    if (/\.(css|sql)$/.test(source.path))
      return [violation(source, source.text.search(MARK), "an unfinished note")];
    return comments(source)
      .filter(({ value }) => MARK.test(value))
      .map(({ start }) => violation(source, start, "an unfinished note"));
  });
}
