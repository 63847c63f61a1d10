import type { Db, Tx } from "@odys/db/client";
import { professionals } from "@odys/db/schema/accounts";
import { clients } from "@odys/db/schema/clients";
import { conversations, messages } from "@odys/db/schema/messaging/conversations";
import { DomainError } from "@odys/shared/kernel/errors";
import type {
  ConversationPage,
  ConversationSummary,
  ListConversationsInput,
} from "@odys/shared/messaging/conversation-schema";
import { filePath } from "@odys/shared/ops/files";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { readAsSystem, withTransaction } from "../../kernel/transaction.ts";
import { readOwnClients } from "./conversation-queries.ts";

/** So much of a text stands in a list. */
const SHOWN = 160;

/**
 * With whom the caller talks, who wrote last first. A professional reads a page out of its index and
 * looks up the last message of each; a client has few professionals, also those whom they have not
 * written to yet. ONBOARDING_REQUIRED for the professional's side without a practice.
 */
export function listConversations(
  ctx: UserCtx,
  input: ListConversationsInput,
): Promise<ConversationPage> {
  return input.side === "client" ? ofClient(ctx) : ofPractice(ctx, input);
}

async function ofPractice(
  ctx: UserCtx,
  { cursor, limit }: ListConversationsInput,
): Promise<ConversationPage> {
  const { professionalId } = ctx.actor;
  if (!professionalId) throw new DomainError("ONBOARDING_REQUIRED");
  const before = cursor === undefined ? null : readCursor(cursor);
  const rows = await withTransaction(ctx, (tx) => {
    const page = tx
      .select({
        id: conversations.id,
        clientId: conversations.clientId,
        lastMessageAt: conversations.lastMessageAt,
        unread: conversations.unreadByProfessional,
      })
      .from(conversations)
      .where(
        and(
          eq(conversations.professionalId, professionalId),
          before
            ? sql`(${conversations.lastMessageAt}, ${conversations.id}) < (${before.at}::timestamptz, ${before.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
      .limit(limit + 1)
      .as("page");
    const last = tx
      .select(lastColumns)
      .from(messages)
      .where(sql`${messages.conversationId} = ${page.id}`)
      .orderBy(desc(messages.id))
      .limit(1)
      .as("last");
    return tx
      .select({
        id: page.id,
        clientId: page.clientId,
        name: clients.name,
        lastMessageAt: page.lastMessageAt,
        unread: page.unread,
        last: { author: last.author, kind: last.kind, text: last.text, fileName: last.fileName },
      })
      .from(page)
      .innerJoin(clients, eq(clients.id, page.clientId))
      .leftJoinLateral(last, sql`true`)
      .orderBy(desc(page.lastMessageAt), desc(page.id));
  });
  const shown = rows.slice(0, limit);
  const end = shown.at(-1);
  return {
    items: shown.map(({ id: _, lastMessageAt, ...row }) => ({
      ...row,
      slug: null,
      pictureUrl: null,
      lastMessageAt: lastMessageAt.toISOString(),
    })),
    nextCursor: rows.length > limit && end ? writeCursor(end.lastMessageAt, end.id) : null,
  };
}

async function ofClient(ctx: UserCtx): Promise<ConversationPage> {
  const items = await withTransaction(ctx, async (tx, inner) => {
    const own = await readOwnClients(tx, ctx.actor.userId);
    if (own.length === 0) return [];
    const [threads, practices] = await readAsSystem(inner, (db) =>
      Promise.all([readThreads(db, own), readPractices(db, own)]),
    );
    return own.flatMap(({ id: clientId, professionalId }): ConversationSummary[] => {
      const practice = practices.get(professionalId);
      return practice ? [{ clientId, ...practice, ...(threads.get(clientId) ?? UNWRITTEN) }] : [];
    });
  });
  return { items: items.toSorted(byLast), nextCursor: null };
}

const UNWRITTEN = { lastMessageAt: null, last: null, unread: 0 };
type Thread = Pick<ConversationSummary, "lastMessageAt" | "last" | "unread">;

async function readThreads(db: Db | Tx, own: { id: string }[]): Promise<Map<string, Thread>> {
  const last = db
    .select(lastColumns)
    .from(messages)
    .where(sql`${messages.conversationId} = ${conversations.id}`)
    .orderBy(desc(messages.id))
    .limit(1)
    .as("last");
  const rows = await db
    .select({
      clientId: conversations.clientId,
      lastMessageAt: conversations.lastMessageAt,
      unread: conversations.unreadByClient,
      last: { author: last.author, kind: last.kind, text: last.text, fileName: last.fileName },
    })
    .from(conversations)
    .leftJoinLateral(last, sql`true`)
    .where(
      inArray(
        conversations.clientId,
        own.map(({ id }) => id),
      ),
    );
  return new Map(
    rows.map(({ clientId, lastMessageAt, ...row }) => [
      clientId,
      { ...row, lastMessageAt: lastMessageAt.toISOString() },
    ]),
  );
}

/** Who wrote last first; those who never wrote after them, by name. */
function byLast(a: ConversationSummary, b: ConversationSummary): number {
  const [at, bt] = [a.lastMessageAt ?? "", b.lastMessageAt ?? ""];
  return bt.localeCompare(at) || a.name.localeCompare(b.name);
}

const lastColumns = {
  author: messages.author,
  kind: messages.kind,
  text: sql<string>`left(${messages.text}, ${SHOWN})`.as("text"),
  fileName: messages.fileName,
};

type Practice = Pick<ConversationSummary, "name" | "slug" | "pictureUrl">;

async function readPractices(
  db: Db | Tx,
  rows: readonly { professionalId: string }[],
): Promise<Map<string, Practice>> {
  const ids = rows.map(({ professionalId }) => professionalId);
  const { id, name, slug, avatarId } = professionals;
  const found = await db
    .select({ id, name, slug, avatarId })
    .from(professionals)
    .where(inArray(id, ids));
  return new Map(
    found.map((row) => {
      const pictureUrl = row.avatarId === null ? null : filePath(row.avatarId);
      return [row.id, { name: row.name, slug: row.slug, pictureUrl }];
    }),
  );
}

function writeCursor(at: Date, id: string): string {
  return Buffer.from(`${at.toISOString()}|${id}`).toString("base64url");
}

const POSITION =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readCursor(cursor: string): { at: string; id: string } {
  const [, at, id] = POSITION.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at)))
    throw new DomainError("VALIDATION_ERROR", { fields: { cursor: ["invalid"] } });
  return { at, id };
}
