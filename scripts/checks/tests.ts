import { visit, violation, type Source, type Violation } from "./source.ts";

export const name = "tests";

const MOCKS = new Set(["mock", "doMock", "unstable_mockModule"]);
const HUSHES = new Set(["skip", "only", "todo", "fixme", "skipIf", "runIf", "fails"]);
const RUNNERS = new Set(["test", "it", "describe", "suite"]);

/** Tests mock no modules, and none is silently left out or run alone. */
export function check(files: readonly Source[]): Violation[] {
  return files.flatMap((source) => {
    const found: Violation[] = [];
    visit(source, /\b(mock|doMock|unstable_mockModule|skip|only|todo|fixme|skipIf|runIf|fails)\b/, {
      MemberExpression(node) {
        if (node.property.type !== "Identifier") return;
        const { name } = node.property;
        let root = node.object;
        while (root.type === "MemberExpression" || root.type === "CallExpression")
          root = root.type === "MemberExpression" ? root.object : root.callee;
        if (root.type !== "Identifier") return;
        if ((root.name === "vi" || root.name === "jest") && MOCKS.has(name))
          found.push(violation(source, node.start, `${root.name}.${name}: use the gateway's fake`));
        if (RUNNERS.has(root.name) && HUSHES.has(name))
          found.push(violation(source, node.start, `${root.name}.${name}: a test runs or is gone`));
      },
    });
    return found;
  });
}
