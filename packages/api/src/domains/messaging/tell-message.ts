import type { Tx } from "@odys/db/client";
import { notifications } from "@odys/db/schema/messaging";
import { conversations, messages } from "@odys/db/schema/messaging/conversations";
import { newId } from "@odys/shared/kernel/ids";
import type { Author } from "@odys/shared/messaging/conversation";
import type { EventPayload } from "@odys/shared/ops/events";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { announceTo, readParties } from "./conversation-queries.ts";

/**
 * Tells the other one that somebody has written: in the app, once for whatever they have not read of
 * it yet. Nothing when they have read it meanwhile.
 */
export async function tellMessage(
  ctx: Ctx,
  { messageId, author }: EventPayload<"messaging.message_written">,
): Promise<void> {
  if (author === "system") return;
  await withSystemTransaction(ctx, async (tx, inner) => {
    const [message] = await tx
      .select({ conversationId: conversations.id, clientId: conversations.clientId })
      .from(messages)
      .innerJoin(conversations, eq(conversations.id, messages.conversationId))
      .where(and(eq(messages.id, messageId), isNull(messages.readAt)));
    const parties = message && (await readParties(tx, message.clientId));
    if (!parties) return;
    const toClient = author === "professional";
    const userId = toClient ? parties.client.userId : parties.professional.userId;
    if (userId === null) return;
    const first = await firstUnread(tx, message.conversationId, author);
    await tx
      .insert(notifications)
      .values({
        id: newId(),
        userId,
        type: "new_message",
        params: {
          audience: toClient ? "client" : "professional",
          clientId: parties.client.id,
          clientName: parties.client.name,
          professionalName: parties.professional.name,
        },
        dedupeKey: `new_message:${first ?? messageId}:${userId}`,
        createdAt: new Date(ctx.clock.now()),
      })
      .onConflictDoNothing({ target: notifications.dedupeKey });
    announceTo(inner, parties);
  });
}

async function firstUnread(tx: Tx, conversationId: string, author: Author): Promise<string | null> {
  const [row] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.author, author),
        isNull(messages.readAt),
      ),
    )
    .orderBy(asc(messages.id))
    .limit(1);
  return row?.id ?? null;
}
