import type { Db, Tx } from "@odys/db/client";
import { conversations, messages } from "@odys/db/schema/messaging/conversations";
import { deliveries } from "@odys/db/schema/messaging/deliveries";
import { storedFiles } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import type { Author } from "@odys/shared/messaging/conversation";
import type { ConversationMessage } from "@odys/shared/messaging/conversation-schema";
import { filePath } from "@odys/shared/ops/files";
import { and, eq, inArray, isNull, lte, ne, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { readAsSystem } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";
import { announceTo, type Parties } from "./conversation-queries.ts";

type MessageRow = typeof messages.$inferSelect;
type Content = Pick<MessageRow, "author" | "kind" | "text" | "way"> &
  Partial<Pick<MessageRow, "fileId" | "fileName" | "providerMessageId">>;

/** Under which name the ledger has the delivery that carries a message out of the app. */
const deliveryKeyOf = (messageId: string): string => `message:${messageId}`;

/**
 * One message more, in the transaction open around the call, and both are told. Whoever writes or
 * reads at the same time waits at the conversation's row: so the counters are what they count, and
 * ids are in the order in which messages are there.
 */
export async function writeMessage(
  ctx: Ctx,
  parties: Parties,
  content: Content,
): Promise<MessageRow> {
  if (!ctx.open) throw new TypeError("writeMessage outside a transaction");
  const { tx } = ctx.open;
  const now = new Date(ctx.clock.now());
  const professionalId = parties.professional.id;
  const more = {
    unreadByProfessional: content.author === "client" ? 1 : 0,
    unreadByClient: content.author === "professional" ? 1 : 0,
  };
  const [conversation] = await tx
    .insert(conversations)
    .values({
      id: newId(),
      professionalId,
      clientId: parties.client.id,
      lastMessageAt: now,
      createdAt: now,
      ...more,
    })
    .onConflictDoUpdate({
      target: [conversations.professionalId, conversations.clientId],
      set: {
        lastMessageAt: sql`greatest(${conversations.lastMessageAt}, excluded.last_message_at)`,
        unreadByProfessional: sql`${conversations.unreadByProfessional} + ${more.unreadByProfessional}`,
        unreadByClient: sql`${conversations.unreadByClient} + ${more.unreadByClient}`,
      },
    })
    .returning({ id: conversations.id });
  if (!conversation) throw new TypeError("an upsert returns its row");
  const row = {
    fileId: null,
    fileName: null,
    providerMessageId: null,
    ...content,
    id: newId(),
    professionalId,
    conversationId: conversation.id,
    createdAt: now,
    readAt: null,
  };
  await tx.insert(messages).values(row);
  announceTo(ctx, parties);
  await emit(ctx, "messaging.message_written", {
    messageId: row.id,
    conversationId: row.conversationId,
    professionalId,
    author: row.author,
  });
  return row;
}

/**
 * Marks what `author` wrote in a conversation as read by the other one, up to a message if one is
 * named, in the transaction open around the call. Returns how many were unread.
 */
export async function readMessagesOf(
  ctx: Ctx,
  { professional, client }: Parties,
  { author, upTo }: { author: Exclude<Author, "system">; upTo?: string | undefined },
): Promise<number> {
  if (!ctx.open) throw new TypeError("readMessagesOf outside a transaction");
  const { tx } = ctx.open;
  const [conversation] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(eq(conversations.professionalId, professional.id), eq(conversations.clientId, client.id)),
    )
    .for("update");
  if (!conversation) return 0;
  const read = await tx
    .update(messages)
    .set({ readAt: new Date(ctx.clock.now()) })
    .where(
      and(
        eq(messages.conversationId, conversation.id),
        eq(messages.author, author),
        isNull(messages.readAt),
        upTo === undefined ? undefined : lte(messages.id, upTo),
      ),
    )
    .returning({ id: messages.id });
  if (read.length === 0) return 0;
  const { unreadByProfessional, unreadByClient } = conversations;
  await tx
    .update(conversations)
    .set(
      author === "client"
        ? { unreadByProfessional: sql`${unreadByProfessional} - ${read.length}` }
        : { unreadByClient: sql`${unreadByClient} - ${read.length}` },
    )
    .where(eq(conversations.id, conversation.id));
  return read.length;
}

/** Messages as they travel. Who sees a message sees its file; how it was delivered is for the practice. */
export async function toMessages(
  ctx: Ctx,
  rows: readonly MessageRow[],
  { withDeliveries }: { withDeliveries: boolean },
): Promise<ConversationMessage[]> {
  const fileIds = rows.flatMap(({ fileId }) => fileId ?? []);
  const keys = withDeliveries ? rows.flatMap(keyOfOwn) : [];
  const [files, sent] = await readAsSystem(ctx, (db) =>
    Promise.all([readFiles(db, fileIds), readDeliveries(db, keys)]),
  );
  return rows.map((row) => ({
    id: row.id,
    author: row.author,
    kind: row.kind,
    text: row.text,
    file: fileOf(row, files),
    way: row.way,
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    delivery: sent.get(deliveryKeyOf(row.id)) ?? null,
  }));
}

function keyOfOwn({ id, author }: MessageRow): string[] {
  return author === "professional" ? [deliveryKeyOf(id)] : [];
}

type FileRow = { id: string; contentType: string; size: number };

async function readFiles(db: Db | Tx, ids: string[]): Promise<Map<string, FileRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: storedFiles.id, contentType: storedFiles.contentType, size: storedFiles.size })
    .from(storedFiles)
    .where(inArray(storedFiles.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

function fileOf({ fileId, fileName }: MessageRow, files: Map<string, FileRow>) {
  const file = fileId === null ? undefined : files.get(fileId);
  if (!file) return null;
  const { contentType, size } = file;
  return { url: filePath(file.id), name: fileName ?? "", contentType, size };
}

async function readDeliveries(
  db: Db | Tx,
  keys: string[],
): Promise<Map<string, ConversationMessage["delivery"]>> {
  if (keys.length === 0) return new Map();
  const { dedupeKey, channel, state, reason } = deliveries;
  const rows = await db
    .select({ dedupeKey, channel, state, reason })
    .from(deliveries)
    // What was not sent because it had been read is nothing to tell of.
    .where(and(inArray(dedupeKey, keys), ne(state, "dropped")));
  return new Map(rows.map(({ dedupeKey: key, ...delivery }) => [key, delivery]));
}
