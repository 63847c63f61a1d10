/** Rooms, lowest first; rooms of one row stand side by side and never import each other. */
const ROOM_ROWS = [
  ["ops"],
  ["accounts"],
  ["billing"],
  ["clients"],
  ["booking"],
  ["payments", "messaging", "directory"],
  ["academy"],
  ["practice"],
  ["assistant"],
  ["admin"],
] as const;

const RANK = new Map<string, number>(
  ROOM_ROWS.flatMap((row, rank) => row.map((room) => [room, rank] as const)),
);

/** How far to the right a room stands; undefined for a name that is no room. */
export const rankOf = (room: string) => RANK.get(room);

const AREAS = [
  { area: "api", pattern: /^packages\/api\/src\/domains\/([^/]+)\// },
  { area: "shared", pattern: /^packages\/shared\/src\/([^/]+)\// },
  { area: "db", pattern: /^packages\/db\/src\/schema\/([^/.]+)(?:\.|\/)/ },
  { area: "web", pattern: /^apps\/web\/src\/features\/([^/]+)\// },
] as const;

// Folders that stand where rooms stand without being one.
const NO_ROOMS = new Set(["shared/kernel", "db/index", "db/columns"]);

// Stands in a room's folder and speaks for all of them, like root.ts: what each room tells the others.
const WIRING = new Set(["packages/shared/src/ops/events.ts"]);

export interface Place {
  readonly area: (typeof AREAS)[number]["area"];
  readonly room: string;
}

/** Which room of which area a path belongs to; undefined outside the rooms. */
export function placeOf(path: string): Place | undefined {
  if (WIRING.has(path)) return undefined;
  for (const { area, pattern } of AREAS) {
    const room = pattern.exec(path)?.[1];
    if (room && !NO_ROOMS.has(`${area}/${room}`)) return { area, room };
  }
  return undefined;
}
