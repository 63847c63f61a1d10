import type { Connection } from "@odys/db/client";
import { stampede, type Stampede } from "./crowd.ts";

/** What most products do, as bare SQL: no procedure, no audit, one table with nothing else on it. */
export async function peers({ sql }: Connection) {
  await sql`create table peer_checked (turn int, slot int, during int4range)`;
  await sql`create index on peer_checked (turn, slot)`;
  await sql`create table peer_excluded (turn int, slot int, during int4range,
    exclude using gist (turn with =, during with &&))`;
  let turn = 0;
  const rangeOf = (slot: number) => [slot * 30, slot * 30 + 30] as const;

  /** Looks whether the time is free, and then inserts. */
  async function checked(slots: number, racers: number): Promise<Stampede> {
    turn++;
    return stampede({ slots, racers }, (slot) => {
      const [from, until] = rangeOf(slot);
      return sql.begin(async (tx) => {
        const taken = await tx`
          select from peer_checked where turn = ${turn} and during && int4range(${from}, ${until})`;
        if (taken.length > 0) return "taken";
        await tx`insert into peer_checked values (${turn}, ${slot}, int4range(${from}, ${until}))`;
        return "booked";
      });
    });
  }

  /** Inserts and lets the exclusion constraint refuse. */
  async function excluded(slots: number, racers: number): Promise<Stampede> {
    turn++;
    return stampede({ slots, racers }, (slot) => {
      const [from, until] = rangeOf(slot);
      return sql`insert into peer_excluded values (${turn}, ${slot}, int4range(${from}, ${until}))`.then(
        () => "booked",
        (error: { code: string }) => error.code,
      );
    });
  }

  return { checked, excluded };
}
