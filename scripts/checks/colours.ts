import { visit, violation, type Source, type Violation } from "./source.ts";

export const name = "colours";

// The tokens themselves, and what leaves CSS behind: icons, preview images, the browser's bar.
const EXEMPT =
  /^apps\/web\/src\/ui\/(?:tokens\.css|theme-colors\.ts)$|\/(icon|apple-icon|opengraph-image|twitter-image|manifest)\d*\.\w+$/;
const LITERAL =
  /(?:^|[\s[(:,])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\w-])|\b(?:rgba?|hsla?|oklch|oklab|lch|lab)\(/i;
// Without one of these there is no need to look at the syntax.
const LITERAL_HINT = /#[0-9a-f]{3}|(rgb|hsl|ok|lch|lab)a?[a-z]*\(/i;
const WHY = "a colour literal: name a token of apps/web/src/ui/tokens.css";

/** Colours have names; their values stand in one file. */
export function check(files: readonly Source[]): Violation[] {
  return files.flatMap((source) => {
    if (!source.path.startsWith("apps/web/src/") || EXEMPT.test(source.path)) return [];
    if (/\.test\.tsx?$/.test(source.path)) return [];
    if (source.path.endsWith(".css"))
      return source.text
        .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
        .split("\n")
        .flatMap((row, index) =>
          LITERAL.test(row) ? [{ file: source.path, line: index + 1, message: WHY }] : [],
        );
    const found: Violation[] = [];
    const look = (start: number, text: string) => {
      if (LITERAL.test(text)) found.push(violation(source, start, WHY));
    };
    visit(source, LITERAL_HINT, {
      Literal({ value, start }) {
        if (typeof value === "string") look(start, value);
      },
      TemplateElement: ({ value, start }) => look(start, value.raw),
    });
    return found;
  });
}
