import type { Db, Tx } from "@odys/db/client";
import { deliveries, deliveryAttempts } from "@odys/db/schema/messaging/deliveries";
import type { DeliveryState } from "@odys/shared/messaging/delivery";
import { STATE_ORDER } from "@odys/shared/messaging/ledger";
import { type AnyColumn, eq, or, type SQL, sql } from "drizzle-orm";

/** Where a state stands in the ledger's order, for the database. */
function rankOf(column: AnyColumn | SQL): SQL {
  const order = sql.raw(`array[${STATE_ORDER.map((state) => `'${state}'`).join(", ")}]`);
  return sql`array_position(${order}, ${column}::text)`;
}

/** Whether what stands there tells less than `state`. */
export function isBelow(column: AnyColumn, state: DeliveryState): SQL {
  return sql`${rankOf(column)} < ${rankOf(sql`${state}`)}`;
}

/** The attempt that a provider speaks of, by its id or by ours; locked with its delivery, in this order. */
export async function lockAttempt(
  tx: Tx | Db,
  {
    driver,
    providerMessageId,
    key,
  }: { driver: string; providerMessageId: string; key: string | null },
) {
  const uuid = key !== null && /^[0-9a-f-]{36}$/.test(key) ? key : null;
  const [attempt] = await tx
    .select({
      id: deliveryAttempts.id,
      deliveryId: deliveryAttempts.deliveryId,
      channel: deliveryAttempts.channel,
      professionalId: deliveryAttempts.professionalId,
    })
    .from(deliveryAttempts)
    .where(
      or(
        sql`(${deliveryAttempts.driver} = ${driver} and ${deliveryAttempts.providerMessageId} = ${providerMessageId})`,
        uuid ? eq(deliveryAttempts.id, uuid) : undefined,
      ),
    )
    .limit(1);
  if (!attempt) return null;
  const [delivery] = await tx
    .select()
    .from(deliveries)
    .where(eq(deliveries.id, attempt.deliveryId))
    .for("update");
  return delivery ? { attempt, delivery } : null;
}
