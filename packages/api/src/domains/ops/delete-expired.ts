import { idempotencyKeys, outboxEvents, rateLimitHits, webhookEvents } from "@odys/db/schema/ops";
import { and, isNotNull, lt } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const EVENTS_KEPT_MS = 30 * DAY_MS;
const HITS_KEPT_MS = 30 * DAY_MS;
/** Longer than any provider tells the same thing again: until then a repetition is known for one. */
const WEBHOOKS_KEPT_MS = 30 * DAY_MS;

/**
 * Deletes what the ledgers need not keep: events that were dispatched more than 30 days ago,
 * idempotency keys whose 24 hours are over, refusals of the limiter after 30 days and what providers told
 * as long ago. What still waits is kept, however old. Returns how many of each.
 */
export async function deleteExpired(
  ctx: Ctx,
): Promise<{ events: number; keys: number; hits: number; webhooks: number }> {
  const now = ctx.clock.now();
  return withSystemTransaction(ctx, async (tx) => {
    const [events, keys, hits, webhooks] = await Promise.all([
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
      tx
        .delete(rateLimitHits)
        .where(lt(rateLimitHits.hour, new Date(now - HITS_KEPT_MS)))
        .returning({ hour: rateLimitHits.hour }),
      tx
        .delete(webhookEvents)
        .where(
          and(
            lt(webhookEvents.receivedAt, new Date(now - WEBHOOKS_KEPT_MS)),
            isNotNull(webhookEvents.processedAt),
          ),
        )
        .returning({ key: webhookEvents.key }),
    ]);
    const deleted = {
      events: events.length,
      keys: keys.length,
      hits: hits.length,
      webhooks: webhooks.length,
    };
    ctx.log.info(deleted, "expired rows deleted");
    return deleted;
  });
}

/** The smallest UUIDv7 of a moment in epoch milliseconds: ids are in order of time, and the primary key finds them. */
function firstIdOf(ms: number): string {
  const time = Math.max(0, ms).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
