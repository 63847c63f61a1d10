import { notifications } from "@odys/db/schema/messaging";
import type { MarkConversationReadInput } from "@odys/shared/messaging/conversation-schema";
import type { Count } from "@odys/shared/messaging/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { announceTo, onSide, sideOf } from "./conversation-queries.ts";
import { readMessagesOf } from "./message-queries.ts";

/**
 * Says that the caller has read what the other one wrote, up to a message if one is named; the news
 * of it in the app goes with it. Returns how many were unread; a second time none. NOT_FOUND.
 */
export function markConversationRead(
  ctx: UserCtx,
  { clientId, upTo }: MarkConversationReadInput,
): Promise<Count> {
  return withTransaction(ctx, async (tx, inner) => {
    const { side, parties } = await sideOf(inner, ctx.actor, clientId);
    const author = side === "professional" ? ("client" as const) : ("professional" as const);
    const count = await onSide(inner, side, (_, as) =>
      readMessagesOf(as, parties, { author, upTo }),
    );
    const news = await tx
      .update(notifications)
      .set({ readAt: new Date(ctx.clock.now()) })
      .where(
        and(
          eq(notifications.userId, ctx.actor.userId),
          eq(notifications.type, "new_message"),
          sql`${notifications.params} ->> 'clientId' = ${clientId}`,
          isNull(notifications.readAt),
        ),
      )
      .returning({ id: notifications.id });
    if (count > 0 || news.length > 0) announceTo(inner, parties);
    return { count };
  });
}
