import type { Tx } from "@odys/db/client";
import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import { statement } from "@odys/db/statement";
import type { Override } from "@odys/shared/booking/life-schema";
import { BLOCKING_STATUSES } from "@odys/shared/booking/status";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";

/** A time that somebody wants: the blocked range, epoch ms, half open. */
type Range = { professionalId: string; from: number; until: number };

const iso = (ms: number) => new Date(ms).toISOString();

/**
 * Takes the turn at an agenda, lets go of what was held there and has run out, and says whether no
 * override is in the way (migrations, `app.claim_range`).
 */
const claimRange = statement<{ free: boolean }>(
  sql`select app.claim_range(${sql.placeholder("professionalId")}, ${sql.placeholder("from")}, ${sql.placeholder("until")}, ${sql.placeholder("now")}) as free`,
);

async function claim(tx: Tx, ctx: Ctx, { professionalId, from, until }: Range) {
  const now = iso(ctx.clock.now());
  await claimRange(tx, { professionalId, from: iso(from), until: iso(until), now });
}

/** What stands in the way of a range, for the professional's eyes; `besides` does not count. */
function findOverlaps(
  tx: Tx,
  { professionalId, from, until }: Range,
  besides: string | null = null,
) {
  const range = sql`tstzrange(${iso(from)}::timestamptz, ${iso(until)}::timestamptz, '[)')`;
  return tx
    .select({
      id: appointments.id,
      kind: appointments.kind,
      status: appointments.status,
      title: appointments.serviceName,
      clientName: clients.name,
      startsAt: appointments.startsAt,
      endsAt: appointments.endsAt,
    })
    .from(appointments)
    .leftJoin(
      clients,
      and(
        eq(clients.professionalId, appointments.professionalId),
        eq(clients.id, appointments.clientId),
      ),
    )
    .where(
      and(
        eq(appointments.professionalId, professionalId),
        inArray(appointments.status, BLOCKING_STATUSES),
        besides === null ? undefined : ne(appointments.id, besides),
        // A day covers any buffer, and 16 any block with it: bounds for the index.
        sql`${appointments.startsAt} > ${iso(from)}::timestamptz - interval '16 days'`,
        sql`${appointments.startsAt} < ${iso(until)}::timestamptz + interval '1 day'`,
        sql`tstzrange(${appointments.blockedFrom}, ${appointments.blockedUntil}, '[)') && ${range}`,
      ),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.id));
}

/**
 * Under the lock of the agenda: refuses with SLOT_TAKEN and all that overlaps, unless the override
 * names exactly that. Returns the reason to write, or null when nothing overlaps and none was given.
 */
export async function assertFree(
  tx: Tx,
  ctx: Ctx,
  range: Range,
  { besides = null, override }: { besides?: string | null; override?: Override | undefined },
): Promise<string | null> {
  await claim(tx, ctx, range);
  const found = await findOverlaps(tx, range, besides);
  const named = new Set(override?.overlaps);
  if (found.length === named.size && found.every(({ id }) => named.has(id)))
    return override?.reason ?? null;
  const overlaps = found.map((row) => ({
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  }));
  throw new DomainError("SLOT_TAKEN", { overlaps });
}
