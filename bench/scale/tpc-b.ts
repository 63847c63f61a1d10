import type { Sql } from "@odys/db/client";

const SCALE = 10;
const ACCOUNTS = 100_000 * SCALE;
const TELLERS = 10 * SCALE;

/** The tables of `pgbench -i -s 10`, by the names that pgbench gives them. */
export async function createTpcB(sql: Sql): Promise<void> {
  await sql.unsafe(`
    create table pgbench_branches (bid int primary key, bbalance int, filler char(88)) with (fillfactor = 100);
    create table pgbench_tellers (tid int primary key, bid int, tbalance int, filler char(84)) with (fillfactor = 100);
    create table pgbench_accounts (aid int primary key, bid int, abalance int, filler char(84)) with (fillfactor = 100);
    create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
    insert into pgbench_branches select n, 0 from generate_series(1, ${SCALE}) n;
    insert into pgbench_tellers select n, (n - 1) / 10 + 1, 0 from generate_series(1, ${TELLERS}) n;
    insert into pgbench_accounts select n, (n - 1) / 100000 + 1, 0, '' from generate_series(1, ${ACCOUNTS}) n`);
  await sql.unsafe("vacuum analyze");
}

/** "TPC-B (sort of)", statement after statement as pgbench sends it; prepared. */
export function tpcB(sql: Sql): () => Promise<void> {
  const upTo = (n: number) => 1 + Math.floor(Math.random() * n);
  return async () => {
    const [aid, tid, bid] = [upTo(ACCOUNTS), upTo(TELLERS), upTo(SCALE)];
    const delta = upTo(10_001) - 5_001;
    await sql.begin(async (tx) => {
      await tx`update pgbench_accounts set abalance = abalance + ${delta} where aid = ${aid}`;
      await tx`select abalance from pgbench_accounts where aid = ${aid}`;
      await tx`update pgbench_tellers set tbalance = tbalance + ${delta} where tid = ${tid}`;
      await tx`update pgbench_branches set bbalance = bbalance + ${delta} where bid = ${bid}`;
      await tx`insert into pgbench_history (tid, bid, aid, delta, mtime)
        values (${tid}, ${bid}, ${aid}, ${delta}, current_timestamp)`;
    });
  };
}
