import { outboxEvents } from "@odys/db/schema/ops";
import type { Queues } from "@odys/shared/admin/ops-schema";
import { isNull, sql } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { asAdmin } from "./queries.ts";

/** How much stands in each queue, and since when the oldest waits. */
export async function listQueues(ctx: UserCtx): Promise<Queues> {
  const [events] = await asAdmin(ctx, (tx) =>
    tx
      .select({
        waiting: sql<number>`count(*)::int`,
        oldest: sql<
          string | null
        >`(extract(epoch from min(${outboxEvents.createdAt})) * 1000)::bigint`,
      })
      .from(outboxEvents)
      .where(isNull(outboxEvents.dispatchedAt)),
  );
  const figures = await ctx.queue.figures();
  return {
    items: figures.map((queue) => ({
      ...queue,
      oldestAt: queue.oldestAt?.toISOString() ?? null,
    })),
    events: {
      waiting: events?.waiting ?? 0,
      oldestAt: events?.oldest ? new Date(Number(events.oldest)).toISOString() : null,
    },
  };
}
