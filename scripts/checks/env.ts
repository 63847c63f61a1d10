import { visit, violation, type Source, type Violation } from "./source.ts";

export const name = "env";

const READERS =
  /^(apps\/web\/src\/env\.ts|scripts\/|bench\/|apps\/web\/e2e\/|packages\/db\/src\/testing\/settings\.ts$)|(^|\/)[^/]+\.config\.(ts|mts|mjs|js)$/;
const WHY = "the environment is read in apps/web/src/env.ts only; take it as an argument";

/** The environment is read, and validated, in one place. */
export function check(files: readonly Source[]): Violation[] {
  return files.flatMap((source) => {
    if (READERS.test(source.path)) return [];
    const found: Violation[] = [];
    const say = ({ start }: { start: number }) => found.push(violation(source, start, WHY));
    visit(source, /\benv\b/, {
      MemberExpression(node) {
        const name = node.property.type === "Identifier" ? node.property.name : "";
        const key = node.property.type === "Literal" ? node.property.value : name;
        if (key !== "env") return;
        const { object } = node;
        const process =
          (object.type === "Identifier" && object.name === "process") ||
          (object.type === "MemberExpression" &&
            object.property.type === "Identifier" &&
            object.property.name === "process");
        if (process || object.type === "MetaProperty") say(node);
      },
      VariableDeclarator({ init, id }) {
        if (init?.type !== "Identifier" || init.name !== "process" || id.type !== "ObjectPattern")
          return;
        for (const property of id.properties)
          if (
            property.type === "Property" &&
            property.key.type === "Identifier" &&
            property.key.name === "env"
          )
            say(property);
      },
      ImportDeclaration(node) {
        if (!/^(node:)?process$/.test(node.source.value)) return;
        for (const one of node.specifiers)
          if (
            one.type === "ImportSpecifier" &&
            one.imported.type === "Identifier" &&
            one.imported.name === "env"
          )
            say(one);
      },
    });
    return found;
  });
}
