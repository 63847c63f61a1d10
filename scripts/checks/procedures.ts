import { visit, violation, type Source, type Violation } from "./source.ts";

export const name = "procedures";

const ROUTER = /^packages\/api\/src\/domains\/[^/]+\/(?:[\w-]+-)?router\.ts$/;
const PARTS = [".meta(", ".input(", ".output("];
const RESOLVERS = new Set(["query", "mutation", "subscription"]);
const DATA = new Set(["db", "sql", "tx"]);

/** Every procedure declares its doors, its input and its output, and does nothing but call its use case. */
export function check(files: readonly Source[]): Violation[] {
  return files.flatMap((source) => (ROUTER.test(source.path) ? router(source) : []));
}

function router(source: Source): Violation[] {
  const found: Violation[] = [];
  const say = (offset: number, message: string) => found.push(violation(source, offset, message));
  let procedures = 0;
  visit(source, /./, {
    CallExpression({ callee, arguments: [first] }) {
      const property = callee.type === "MemberExpression" ? callee.property : callee;
      const called = property.type === "Identifier" ? property.name : "";
      if (RESOLVERS.has(called) && first?.type === "ArrowFunctionExpression")
        if (first.body.type === "BlockStatement")
          say(first.start, "a resolver is one call of its use case");
      if (!/router$/i.test(called) || first?.type !== "ObjectExpression") return;
      for (const entry of first.properties) {
        procedures += 1;
        if (entry.type !== "Property") {
          say(entry.start, "procedures are listed by name");
          continue;
        }
        const text = source.text.slice(entry.start, entry.end);
        // A nested router is visited by itself.
        if (/^[\w"']+\s*:\s*[\w.]*router\(/i.test(text)) continue;
        const missing = PARTS.filter((part) => !text.includes(part));
        if (missing.length > 0) say(entry.start, `lacks ${missing.join(" ")}…)`);
      }
    },
    TaggedTemplateExpression({ tag, start }) {
      if (tag.type === "Identifier" && tag.name === "sql") say(start, "no SQL in a router");
    },
    MemberExpression({ object, property, start }) {
      if (object.type !== "Identifier" || object.name !== "ctx") return;
      if (property.type === "Identifier" && DATA.has(property.name))
        say(start, "no SQL in a router");
    },
  });
  if (procedures === 0 && !source.text.includes("mergeRouters("))
    say(0, "no router({ … }) with procedures found");
  return found;
}
