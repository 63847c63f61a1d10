import { comments, visit, violation, type Source, type Violation } from "./source.ts";

export const name = "types";

/** Nothing silences the compiler or, without a reason, the linter. */
export function check(files: readonly Source[]): Violation[] {
  return files.flatMap((source) => {
    const found: Violation[] = [];
    const say = (offset: number, message: string) => found.push(violation(source, offset, message));
    visit(source, /\bany\b|\bunknown\b/, {
      TSAnyKeyword: ({ start }) => say(start, "no `any`: name the type, or `unknown`"),
      TSAsExpression({ expression, start }) {
        const inner =
          expression.type === "ParenthesizedExpression" ? expression.expression : expression;
        if (inner.type === "TSAsExpression" && inner.typeAnnotation.type === "TSUnknownKeyword")
          say(start, "no `as unknown as`: parse, narrow or fix the type");
      },
    });
    if (!/@ts-|lint-disable/.test(source.text)) return found;
    for (const { value, start } of comments(source)) {
      if (/@ts-(ignore|expect-error|nocheck)/.test(value)) say(start, "no @ts- comments");
      if (/(ox|es)lint-disable/.test(value) && !/ -- \S/.test(value))
        say(start, "a disabled lint rule says why, after ` -- `");
    }
    return found;
  });
}
