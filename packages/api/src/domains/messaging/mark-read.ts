import { notifications } from "@odys/db/schema/messaging";
import { DomainError } from "@odys/shared/kernel/errors";
import type { MarkReadInput, NotificationDto } from "@odys/shared/messaging/schema";
import { and, eq, sql } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { announce, withTransaction } from "../../kernel/transaction.ts";
import { toNotification } from "./queries.ts";

/** Marks one notification of the caller's as read; a second time changes nothing. Throws NOT_FOUND. */
export function markRead(ctx: UserCtx, { id }: MarkReadInput): Promise<NotificationDto> {
  const now = new Date(ctx.clock.now()).toISOString();
  return withTransaction(ctx, async (tx, inner) => {
    const [row] = await tx
      .update(notifications)
      .set({ readAt: sql`coalesce(${notifications.readAt}, ${now}::timestamptz)` })
      .where(and(eq(notifications.id, id), eq(notifications.userId, ctx.actor.userId)))
      .returning();
    if (!row) throw new DomainError("NOT_FOUND");
    announce(inner, `user:${ctx.actor.userId}`);
    return toNotification(row);
  });
}
