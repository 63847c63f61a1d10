import { visit, violation, type Source, type Violation } from "./source.ts";

export const name = "procedures";

const ROUTER = /^packages\/api\/src\/domains\/[^/]+\/router\.ts$/;
const PARTS = [".meta(", ".input(", ".output("];

/** Every procedure declares its doors, its input and its output, and holds no SQL. */
export function check(files: readonly Source[]): Violation[] {
  return files.flatMap((source) => {
    if (!ROUTER.test(source.path)) return [];
    const found: Violation[] = [];
    visit(source, /./, {
      CallExpression({ callee, arguments: [table] }) {
        const router = callee.type === "Identifier" && /router$/i.test(callee.name);
        if (!router || table?.type !== "ObjectExpression") return;
        for (const property of table.properties) {
          if (property.type !== "Property") {
            found.push(violation(source, property.start, "procedures are listed by name"));
            continue;
          }
          const text = source.text.slice(property.start, property.end);
          // A nested router is visited by itself.
          if (/^[\w"']+\s*:\s*\w*router\(/i.test(text)) continue;
          const missing = PARTS.filter((part) => !text.includes(part));
          if (missing.length > 0)
            found.push(violation(source, property.start, `lacks ${missing.join(" ")}…)`));
        }
      },
      TaggedTemplateExpression({ tag, start }) {
        if (tag.type === "Identifier" && tag.name === "sql")
          found.push(violation(source, start, "no SQL in a router"));
      },
      MemberExpression({ object, property, start }) {
        const names = ["db", "sql", "tx"];
        if (object.type === "Identifier" && object.name === "ctx")
          if (property.type === "Identifier" && names.includes(property.name))
            found.push(violation(source, start, "no SQL in a router"));
      },
    });
    return found;
  });
}
