import { notifications } from "@odys/db/schema/messaging";
import type { ListNotificationsInput, NotificationPage } from "@odys/shared/messaging/schema";
import { and, desc, eq, isNull, lt } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { toNotification } from "./queries.ts";

/** What the caller was told, newest first. */
export async function listNotifications(
  ctx: UserCtx,
  { cursor, limit, unreadOnly }: ListNotificationsInput,
): Promise<NotificationPage> {
  const rows = await withTransaction(ctx, (tx) =>
    tx
      .select()
      .from(notifications)
      .where(
        and(
          eq(notifications.userId, ctx.actor.userId),
          cursor === undefined ? undefined : lt(notifications.id, cursor),
          unreadOnly ? isNull(notifications.readAt) : undefined,
        ),
      )
      .orderBy(desc(notifications.id))
      .limit(limit + 1),
  );
  const items = rows.slice(0, limit).map(toNotification);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
