import type { Source, Violation } from "./source.ts";

export const name = "catalogue";

const GROUPS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** One exact version of each dependency, in pnpm-workspace.yaml; manifests only point at it. */
export function check(files: readonly Source[]): Violation[] {
  return files.flatMap((source) => {
    if (source.path === "pnpm-workspace.yaml") return inexact(source);
    return /(^|\/)package\.json$/.test(source.path) ? loose(source) : [];
  });
}

function loose({ path, text }: Source): Violation[] {
  const manifest: Record<string, unknown> = JSON.parse(text);
  const line = (key: string) =>
    text.slice(0, Math.max(0, text.indexOf(`"${key}"`))).split("\n").length;
  const found = GROUPS.flatMap((group) =>
    Object.entries(manifest[group] ?? {})
      .filter(([, version]) => version !== "catalog:" && version !== "workspace:*")
      .map(([key, version]) => ({
        file: path,
        line: line(key),
        message: `${key}: "${version}" should be "catalog:" or "workspace:*"`,
      })),
  );
  // With this field pnpm would fetch and run another copy of itself.
  if ("packageManager" in manifest)
    found.push({ file: path, line: line("packageManager"), message: "no packageManager field" });
  return found;
}

function inexact({ path, text }: Source): Violation[] {
  let inside = false;
  return text.split("\n").flatMap((row, index) => {
    if (/^\S/.test(row)) inside = /^catalogs?:/.test(row);
    const [, key, version] = /^\s+["']?([^"':\s]+)["']?:\s*["']?([^"'\s#]+)/.exec(row) ?? [];
    if (!inside || !key || !version || EXACT.test(version)) return [];
    return [
      { file: path, line: index + 1, message: `${key}: "${version}" is not one exact version` },
    ];
  });
}
