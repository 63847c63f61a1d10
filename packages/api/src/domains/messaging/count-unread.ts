import { notifications } from "@odys/db/schema/messaging";
import type { Count } from "@odys/shared/messaging/schema";
import { and, count, eq, isNull } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";

/** How many notifications the caller has not read. */
export function countUnread(ctx: UserCtx): Promise<Count> {
  return withTransaction(ctx, async (tx) => {
    const [row] = await tx
      .select({ count: count() })
      .from(notifications)
      .where(and(eq(notifications.userId, ctx.actor.userId), isNull(notifications.readAt)));
    return { count: row?.count ?? 0 };
  });
}
