import { placeOf, rankOf } from "./house.ts";
import { imports, type Source, type Violation } from "./source.ts";

export const name = "rooms";

/** A room imports rooms to its left only, and another room's use cases only through its index.ts. */
export function check(files: readonly Source[]): Violation[] {
  return files.flatMap((source) => {
    const from = placeOf(source.path);
    if (!from) return [];
    const rank = rankOf(from.room);
    if (rank === undefined) {
      const message = `"${from.room}" is no room of the house (scripts/checks/house.ts)`;
      return [{ file: source.path, line: 1, message }];
    }
    return imports(source).flatMap(({ target, line, specifier }) => {
      const complaint = complain(from, rank, target);
      return complaint ? [{ file: source.path, line, message: `${specifier}: ${complaint}` }] : [];
    });
  });
}

function complain(from: { area: string; room: string }, rank: number, target: string) {
  if (from.area === "api" && target === "packages/db/src/schema/index.ts")
    return "a room names the schema files it uses, not all of them";
  const to = placeOf(target);
  if (!to || to.room === from.room) return undefined;
  const other = rankOf(to.room);
  if (other === undefined) return `"${to.room}" is no room`;
  if (other === rank) return `${from.room} and ${to.room} stand side by side; use an event`;
  if (other > rank) return `${from.room} stands left of ${to.room}; use an event`;
  if (to.area === "api" && target !== `packages/api/src/domains/${to.room}/index.ts`)
    return `only through domains/${to.room}/index.ts`;
  return undefined;
}
