import type { Tx } from "@odys/db/client";
import { deliveries, deliveryAttempts } from "@odys/db/schema/messaging/deliveries";
import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { DeliveryRow } from "./delivery-queries.ts";

type AttemptRow = typeof deliveryAttempts.$inferSelect;
type Named = { providerMessageId: string; key: string | null };

const isOurs = (key: string | null): key is string => key !== null && /^[0-9a-f-]{36}$/.test(key);

/** The attempts that a provider speaks of, by its id for them or else by ours. Unknown ones have none. */
export async function findAttempts<N extends Named>(
  tx: Tx,
  driver: string,
  told: readonly N[],
): Promise<Map<N, string>> {
  const { id, providerMessageId } = deliveryAttempts;
  const theirs = [...new Set(told.map((one) => one.providerMessageId))];
  const ours = [...new Set(told.map(({ key }) => key).filter(isOurs))];
  const rows = await tx
    .select({ id, providerMessageId, driver: deliveryAttempts.driver })
    .from(deliveryAttempts)
    .where(
      or(
        and(eq(deliveryAttempts.driver, driver), inArray(providerMessageId, theirs)),
        inArray(id, ours),
      ),
    );
  const named = rows.filter((row) => row.driver === driver);
  const byTheirs = new Map(named.map((row) => [row.providerMessageId, row.id]));
  const byOurs = new Set(rows.map((row) => row.id));
  const found = new Map<N, string>();
  for (const one of told) {
    const known = byTheirs.get(one.providerMessageId);
    if (known) found.set(one, known);
    else if (isOurs(one.key) && byOurs.has(one.key)) found.set(one, one.key);
  }
  return found;
}

/** These attempts with their deliveries, by id and locked: deliveries first, both in order, as everybody does. */
export async function lockLedger(
  tx: Tx,
  attemptIds: readonly string[],
): Promise<{ attempts: Map<string, AttemptRow>; deliveries: Map<string, DeliveryRow> }> {
  const these = inArray(deliveryAttempts.id, [...new Set(attemptIds)]);
  const owners = tx.select({ id: deliveryAttempts.deliveryId }).from(deliveryAttempts).where(these);
  const held = await tx
    .select()
    .from(deliveries)
    .where(inArray(deliveries.id, owners))
    .orderBy(asc(deliveries.id))
    .for("update");
  const attempts = await tx
    .select()
    .from(deliveryAttempts)
    .where(these)
    .orderBy(asc(deliveryAttempts.id))
    .for("update");
  return {
    attempts: new Map(attempts.map((row) => [row.id, row])),
    deliveries: new Map(held.map((row) => [row.id, row])),
  };
}

/** Writes how these attempts stand. */
export async function updateAttempts(tx: Tx, rows: readonly AttemptRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update ${deliveryAttempts} a set state = r.state, reason = r.reason,
      provider_message_id = r."providerMessageId", accepted_at = r."acceptedAt", sent_at = r."sentAt",
      delivered_at = r."deliveredAt", read_at = r."readAt", failed_at = r."failedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r (id uuid, state text,
      reason text, "providerMessageId" text, "acceptedAt" timestamptz, "sentAt" timestamptz,
      "deliveredAt" timestamptz, "readAt" timestamptz, "failedAt" timestamptz)
    where a.id = r.id and ${inArray(sql`a.id`, idsOf(rows))}`);
}

/** Writes how these deliveries stand. */
export async function updateDeliveries(
  tx: Tx,
  rows: readonly DeliveryRow[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update ${deliveries} d set state = r.state, reason = r.reason, channel = r.channel,
      tries = r.tries, next_at = r."nextAt", updated_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r (id uuid, state text,
      reason text, channel text, tries integer, "nextAt" timestamptz)
    where d.id = r.id and ${inArray(sql`d.id`, idsOf(rows))}`);
}

// Besides the join, of which PostgreSQL would think that it is worth a look at the whole table.
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
