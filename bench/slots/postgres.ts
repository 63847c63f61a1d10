import { createTestDatabase, stopOwnServer } from "@odys/db/testing/database";
import type { Edge } from "./edges.ts";
import { wallOf } from "./oracle.ts";

/**
 * How PostgreSQL sees the edges. What is neither the same nor explained is a mismatch, unless its
 * clock shows another time than Intl's at that very instant: then the two have other data.
 */
export interface Verdict {
  version: string;
  same: number;
  /** The time comes twice: PostgreSQL takes the later instant, the engine the earlier one. */
  ambiguous: number;
  /** The time does not exist: PostgreSQL counts on from before, the engine takes the jump itself. */
  skipped: number;
  /** Edges in zones of which PostgreSQL's own data knows no name. */
  unknown: number;
  /** Edges by zone in which PostgreSQL's data are of another age than Intl's. */
  otherData: Map<string, number>;
  mismatches: Answer[];
}

const BATCH = 20_000;

/**
 * Asks PostgreSQL for the instant of each wall time (`AT TIME ZONE`), and where it says another one,
 * for what the wall shows at the engine's: the same time, earlier (it comes twice), or, only then, a
 * later time that a millisecond before was still to come (it is skipped).
 */
export async function askPostgres(edges: readonly Edge[]): Promise<Verdict> {
  const database = await createTestDatabase({ migrated: false, max: 1 });
  const { sql } = database;
  try {
    const names = await sql<{ name: string }[]>`select name from pg_timezone_names`;
    const zones = new Set(names.map(({ name }) => name));
    const [server] = await sql<
      { version: string }[]
    >`select split_part(version(), ' on ', 1) as version`;
    const verdict: Verdict = {
      version: server?.version ?? "",
      same: 0,
      ambiguous: 0,
      skipped: 0,
      unknown: 0,
      otherData: new Map(),
      mismatches: [],
    };
    const known = edges.filter(({ zone }) => zones.has(zone));
    verdict.unknown = edges.length - known.length;
    for (let from = 0; from < known.length; from += BATCH) {
      const batch = known.slice(from, from + BATCH);
      const rows = await sql<Answer[]>`
        select
          zone,
          (extract(epoch from wall) * 1000)::float8 as wall,
          (extract(epoch from engine) * 1000)::float8 as engine,
          (extract(epoch from wall at time zone zone) * 1000)::float8 as postgres,
          (extract(epoch from engine at time zone zone) * 1000)::float8 as shown,
          case
            when wall at time zone zone = engine then 'same'
            when engine at time zone zone = wall and engine < wall at time zone zone then 'ambiguous'
            when engine at time zone zone > wall
              and (engine - interval '1 millisecond') at time zone zone < wall then 'skipped'
            else 'mismatch'
          end as kind
        from (
          select
            zone,
            timestamp 'epoch' + wall * interval '1 millisecond' as wall,
            to_timestamp(instant / 1000.0) as engine
          from unnest(
            ${batch.map(({ zone }) => zone)}::text[],
            ${batch.map(({ wall }) => wall)}::float8[],
            ${batch.map(({ instant }) => instant)}::float8[]
          ) as edge (zone, wall, instant)
        ) as edges`;
      for (const answer of rows) tally(verdict, answer);
    }
    return verdict;
  } finally {
    await database.close();
    await stopOwnServer();
  }
}

/** Instants and wall times in ms. */
interface Answer {
  zone: string;
  wall: number;
  engine: number;
  postgres: number;
  /** What PostgreSQL's clock shows at the engine's instant. */
  shown: number;
  kind: "same" | "ambiguous" | "skipped" | "mismatch";
}

function tally(verdict: Verdict, answer: Answer): void {
  const { kind, zone, engine, shown } = answer;
  if (kind !== "mismatch") verdict[kind]++;
  else if (wallOf(zone)(engine) !== shown)
    verdict.otherData.set(zone, (verdict.otherData.get(zone) ?? 0) + 1);
  else verdict.mismatches.push(answer);
}
