import { visit, violation, type Source, type Violation } from "./source.ts";

export const name = "directives";

/** No server actions: everything goes through a procedure, with its ladder, limits and schemas. */
export function check(files: readonly Source[]): Violation[] {
  return files.flatMap((source) => {
    const found: Violation[] = [];
    visit(source, /use server/, {
      ExpressionStatement({ expression, start }) {
        if (expression.type === "Literal" && expression.value === "use server")
          found.push(violation(source, start, '"use server": write a procedure instead'));
      },
    });
    return found;
  });
}
