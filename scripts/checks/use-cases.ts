import { parse, type Source, type Violation } from "./source.ts";

export const name = "use cases";

const USE_CASE =
  /^packages\/api\/src\/domains\/[^/]+\/(?!(?:(?:[\w-]+-)?(?:router|queries)|events|index)\.ts)(.+)$/;

/** In a room every other file is one use case: kebab-case, one exported function, a test beside it. */
export function check(files: readonly Source[]): Violation[] {
  const paths = new Set(files.map(({ path }) => path));
  return files.flatMap((source) => {
    const file = USE_CASE.exec(source.path)?.[1];
    if (!file || file.endsWith(".md") || file.endsWith(".test.ts")) return [];
    const say = (message: string) => [{ file: source.path, line: 1, message }];
    if (!/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(file))
      return say("a use case is one kebab-case .ts file, directly in its room");
    const found = exportedValues(source);
    const problems: Violation[] = [];
    if (found.length !== 1 || found[0]?.kind !== "function") {
      const list = found.map((value) => `${value.kind} ${value.name}`).join(", ") || "nothing";
      problems.push(
        ...say(`a use case exports exactly one function (types aside); this one: ${list}`),
      );
    }
    if (!paths.has(source.path.replace(/\.ts$/, ".test.ts")))
      problems.push(...say("a use case has its test beside it"));
    return problems;
  });
}

function exportedValues(source: Source): { name: string; kind: string }[] {
  return parse(source).program.body.flatMap((node) => {
    if (node.type === "ExportDefaultDeclaration") return [{ name: "default", kind: "default" }];
    if (node.type === "ExportAllDeclaration") return [{ name: "*", kind: "re-export" }];
    if (node.type !== "ExportNamedDeclaration" || node.exportKind === "type") return [];
    const { declaration } = node;
    if (declaration?.type === "FunctionDeclaration")
      return [{ name: declaration.id?.name ?? "default", kind: "function" }];
    if (declaration?.type === "VariableDeclaration")
      return declaration.declarations.map(({ id, init }) => ({
        name: id.type === "Identifier" ? id.name : "…",
        kind: /^(Arrow)?Function/.test(init?.type ?? "") ? "function" : "value",
      }));
    if (declaration) return [{ name: "…", kind: declaration.type }];
    return node.specifiers
      .filter(({ exportKind }) => exportKind !== "type")
      .map(({ local }) => ({
        name: "name" in local ? local.name : local.value,
        kind: "re-export",
      }));
  });
}
