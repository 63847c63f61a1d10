import { isTest, visit, violation, type Source, type Violation } from "./source.ts";

export const name = "pure";

/** In packages/shared the clock, chance and the process are arguments. */
export function check(files: readonly Source[]): Violation[] {
  return files.flatMap((source) => {
    if (!source.path.startsWith("packages/shared/src/") || isTest(source.path)) return [];
    const found: Violation[] = [];
    const say = (offset: number, what: string) =>
      found.push(
        violation(source, offset, `${what}: packages/shared is pure, take it as an argument`),
      );
    visit(source, /\b(Date|Temporal|Math|process|fetch)\b/, {
      NewExpression({ callee, arguments: args, start }) {
        if (callee.type === "Identifier" && callee.name === "Date" && args.length === 0)
          say(start, "new Date()");
      },
      CallExpression({ callee, start }) {
        if (callee.type === "Identifier" && callee.name === "fetch") say(start, "fetch");
      },
      MemberExpression({ object, property, start }) {
        if (object.type !== "Identifier" || property.type !== "Identifier") return;
        const what = `${object.name}.${property.name}`;
        if (["Date.now", "Temporal.Now", "Math.random"].includes(what) || object.name === "process")
          say(start, what);
      },
    });
    return found;
  });
}
