import type { Tx } from "@odys/db/client";
import { conversations, messages } from "@odys/db/schema/messaging/conversations";
import type {
  Conversation,
  GetConversationInput,
} from "@odys/shared/messaging/conversation-schema";
import { and, desc, eq, lt } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import {
  hasMessages,
  onSide,
  type Parties,
  partnerOf,
  reachTo,
  readChannels,
  readConsents,
  sideOf,
} from "./conversation-queries.ts";
import { toMessages } from "./message-queries.ts";

/**
 * A page of what was written with one client, newest first, for both of them; empty before the first
 * message. NOT_FOUND.
 */
export function getConversation(ctx: UserCtx, input: GetConversationInput): Promise<Conversation> {
  return withTransaction(ctx, async (_, inner) => {
    const { side, parties } = await sideOf(inner, ctx.actor, input.clientId);
    return onSide(inner, side, async (tx, as) => {
      const withDeliveries = side === "professional";
      const thread = await readThread(tx, parties);
      const rows = thread ? await readPage(tx, thread.id, input) : [];
      const items = await toMessages(as, rows.slice(0, input.limit), { withDeliveries });
      const unread = withDeliveries ? thread?.unreadByProfessional : thread?.unreadByClient;
      return {
        ...partnerOf(parties, side),
        ...(withDeliveries ? await reachOfClient(tx, parties) : OF_CLIENT),
        side,
        zone: parties.professional.zone,
        open: hasMessages(ctx, parties),
        unread: unread ?? 0,
        items,
        nextCursor: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null,
      };
    });
  });
}

/** What a professional gets, they get in the app. */
const OF_CLIENT = { reach: "app", consent: null } as const;

async function readThread(tx: Tx, { professional, client }: Parties) {
  const [thread] = await tx
    .select()
    .from(conversations)
    .where(
      and(eq(conversations.professionalId, professional.id), eq(conversations.clientId, client.id)),
    );
  return thread;
}

function readPage(tx: Tx, conversationId: string, { cursor, limit }: GetConversationInput) {
  return tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        cursor === undefined ? undefined : lt(messages.id, cursor),
      ),
    )
    .orderBy(desc(messages.id))
    .limit(limit + 1);
}

async function reachOfClient(tx: Tx, parties: Parties) {
  const [consents, channels] = await Promise.all([
    readConsents(tx, parties.client.id),
    readChannels(tx, parties),
  ]);
  const consent = consents.find(({ channel }) => channel === "whatsapp") ?? null;
  return { reach: reachTo(parties, channels, consents), consent };
}
