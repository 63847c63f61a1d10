import { outboxEvents } from "@odys/db/schema/ops";
import type { ListEventsInput, OutboxEvent } from "@odys/shared/admin/ops-schema";
import { and, desc, isNotNull, isNull, lt } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { asAdmin, idCursor, pageOf } from "./queries.ts";

/** Events of the outbox, the newest first: what happened, not what it was about. */
export function listEvents(
  ctx: UserCtx,
  { state, cursor, limit }: ListEventsInput,
): Promise<{ items: OutboxEvent[]; nextCursor: string | null }> {
  const after = idCursor(cursor);
  const { dispatchedAt } = outboxEvents;
  return asAdmin(ctx, async (tx) => {
    const rows = await tx
      .select({
        id: outboxEvents.id,
        type: outboxEvents.type,
        professionalId: outboxEvents.professionalId,
        requestId: outboxEvents.requestId,
        createdAt: outboxEvents.createdAt,
        dispatchedAt,
      })
      .from(outboxEvents)
      .where(
        and(
          state === "waiting" ? isNull(dispatchedAt) : isNotNull(dispatchedAt),
          after === undefined ? undefined : lt(outboxEvents.id, after),
        ),
      )
      .orderBy(desc(outboxEvents.id))
      .limit(limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        dispatchedAt: row.dispatchedAt?.toISOString() ?? null,
      }),
      ({ id }) => id,
    );
  });
}
