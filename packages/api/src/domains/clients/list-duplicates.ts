import { clients } from "@odys/db/schema/clients";
import { DUPLICATE_REASONS, type Duplicate } from "@odys/shared/clients/merge-schema";
import { eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";

const MOST = 20;

/**
 * Clients of the practice who may be one person, twenty pairs at most, the surest first: with one
 * Brazilian mobile written in two ways, with one address, or with one name of two words or more.
 */
export async function listDuplicates(ctx: ProfessionalCtx): Promise<{ items: Duplicate[] }> {
  const other = alias(clients, "other");
  // Three joins by equal values instead of one by any of them, which would compare all with all.
  const pairs = sql`(
    with mine as materialized (
      select id, email, folded_name, phone,
        substring(phone from '^(\\+55[1-9][0-9])9?[6-9][0-9]{7}$') as area, right(phone, 8) as digits
      from clients
      where professional_id = ${ctx.professionalId} and merged_into is null and archived_at is null
    ), found as (
      select a.id as one, b.id as two, 1 as rank from mine a join mine b using (area, digits) where a.id < b.id
      union all
      select a.id, b.id, 2 from mine a join mine b using (email) where a.id < b.id
      union all
      select a.id, b.id, 3 from mine a join mine b using (folded_name) where a.id < b.id and a.folded_name like '% %'
    )
    select one, two, min(rank) as rank from found group by one, two order by rank, one, two limit ${MOST}
  )`;
  const rows = await withTransaction(ctx, (tx) =>
    tx
      .select({ rank: sql<number>`pairs.rank`, one: personOf(clients), two: personOf(other) })
      .from(sql`${pairs} as pairs`)
      .innerJoin(clients, eq(clients.id, sql`pairs.one`))
      .innerJoin(other, eq(other.id, sql`pairs.two`))
      .orderBy(sql`pairs.rank, pairs.one, pairs.two`),
  );
  return {
    items: rows.map(({ rank, one, two }) => ({
      reason: DUPLICATE_REASONS[rank - 1] ?? "name",
      clients: [toPerson(one), toPerson(two)],
    })),
  };
}

function personOf<I, N, P, E, C>({
  id,
  name,
  phone,
  email,
  createdAt,
}: {
  id: I;
  name: N;
  phone: P;
  email: E;
  createdAt: C;
}) {
  return { id, name, phone, email, createdAt };
}

function toPerson<T extends { createdAt: Date }>({ createdAt, ...person }: T) {
  return { ...person, createdAt: createdAt.toISOString() };
}
