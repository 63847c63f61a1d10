import { idempotencyKeys, outboxEvents } from "@odys/db/schema/ops";
import { and, isNotNull, lt } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";

const EVENTS_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Deletes what the ledgers need not keep: events that were dispatched more than 30 days ago, and
 * idempotency keys whose 24 hours are over. Events that still wait are kept, however old. Returns
 * how many of each.
 */
export async function deleteExpired(ctx: Ctx): Promise<{ events: number; keys: number }> {
  const now = ctx.clock.now();
  return withSystemTransaction(ctx, async (tx) => {
    const [events, keys] = await Promise.all([
      tx
        .delete(outboxEvents)
        .where(
          and(
            lt(outboxEvents.id, firstIdOf(now - EVENTS_KEPT_MS)),
            isNotNull(outboxEvents.dispatchedAt),
          ),
        )
        .returning({ id: outboxEvents.id }),
      tx
        .delete(idempotencyKeys)
        .where(lt(idempotencyKeys.expiresAt, new Date(now)))
        .returning({ key: idempotencyKeys.key }),
    ]);
    const deleted = { events: events.length, keys: keys.length };
    ctx.log.info(deleted, "expired rows deleted");
    return deleted;
  });
}

/** The smallest UUIDv7 of a moment in epoch milliseconds: ids are in order of time, and the primary key finds them. */
function firstIdOf(ms: number): string {
  const time = Math.max(0, ms).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
