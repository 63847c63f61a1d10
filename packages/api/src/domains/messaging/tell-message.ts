import type { Tx } from "@odys/db/client";
import { notifications } from "@odys/db/schema/messaging";
import { conversations, messages } from "@odys/db/schema/messaging/conversations";
import { newId } from "@odys/shared/kernel/ids";
import type { Author } from "@odys/shared/messaging/conversation";
import type { EventPayload } from "@odys/shared/ops/events";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { announceTo, type Parties, readChannels, readParties } from "./conversation-queries.ts";
import { insertPlans } from "./delivery-queries.ts";

const MINUTE_MS = 60_000;
/** So long whoever has an account may look for themselves before a mail says that there is something. */
const LOOK_FIRST_MS = 10 * MINUTE_MS;
const USE_MS = 24 * 60 * MINUTE_MS;

/**
 * Tells the other one that somebody has written: in the app, once for whatever they have not read of
 * it yet, and by message when they have not looked after ten minutes. A client without an account gets
 * each text itself, at once. Nothing when they have read it meanwhile.
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
    const first = (await firstUnread(tx, message.conversationId, author)) ?? messageId;
    await insertPlans(inner, [
      {
        professionalId: parties.professional.id,
        clientId: parties.client.id,
        audience: toClient ? "client" : "professional",
        template: toClient ? "newMessageToClient" : "newMessageToPro",
        locale: parties.professional.locale,
        params: { messageId: userId === null ? messageId : first },
        dedupeKey: `message:${userId === null ? messageId : first}`,
        channels: toClient ? [...(await readChannels(tx, parties))] : ["mail"],
        notBefore: new Date(ctx.clock.now() + (userId === null ? 0 : LOOK_FIRST_MS)),
        notAfter: new Date(ctx.clock.now() + USE_MS),
      },
    ]);
    if (userId !== null) await notify(tx, parties, userId, { toClient, first }, ctx.clock.now());
    announceTo(inner, parties);
  });
}

async function notify(
  tx: Tx,
  { client, professional }: Parties,
  userId: string,
  { toClient, first }: { toClient: boolean; first: string },
  now: number,
): Promise<void> {
  await tx
    .insert(notifications)
    .values({
      id: newId(),
      userId,
      type: "new_message",
      params: {
        audience: toClient ? "client" : "professional",
        clientId: client.id,
        clientName: client.name,
        professionalName: professional.name,
      },
      dedupeKey: `new_message:${first}:${userId}`,
      createdAt: new Date(now),
    })
    .onConflictDoNothing({ target: notifications.dedupeKey });
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
