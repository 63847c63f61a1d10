import { notifications } from "@odys/db/schema/messaging";
import type { Count } from "@odys/shared/messaging/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { announce, withTransaction } from "../../kernel/transaction.ts";

/** Marks everything of the caller's as read and says how much that was. */
export function markAllRead(ctx: UserCtx): Promise<Count> {
  return withTransaction(ctx, async (tx, inner) => {
    const rows = await tx
      .update(notifications)
      .set({ readAt: new Date(ctx.clock.now()) })
      .where(and(eq(notifications.userId, ctx.actor.userId), isNull(notifications.readAt)))
      .returning({ id: notifications.id });
    announce(inner, `user:${ctx.actor.userId}`);
    return { count: rows.length };
  });
}
