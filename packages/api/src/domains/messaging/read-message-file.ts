import { conversations, messages } from "@odys/db/schema/messaging/conversations";
import { storedFiles } from "@odys/db/schema/ops";
import { DomainError } from "@odys/shared/kernel/errors";
import { eq } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { readAsSystem, withTransaction } from "../../kernel/transaction.ts";
import { sideOf } from "./conversation-queries.ts";

type MessageFile = {
  contentType: string;
  sha256: string;
  name: string;
  read(): Promise<Uint8Array>;
};

/** A file of a message, for the two sides of its conversation. NOT_FOUND for everybody else, and before it was sent. */
export async function readMessageFile(ctx: UserCtx, { id }: { id: string }): Promise<MessageFile> {
  const found = await withTransaction(ctx, async (_, inner) => {
    const [row] = await readAsSystem(inner, (db) =>
      db
        .select({
          clientId: conversations.clientId,
          name: messages.fileName,
          contentType: storedFiles.contentType,
          sha256: storedFiles.sha256,
        })
        .from(messages)
        .innerJoin(conversations, eq(conversations.id, messages.conversationId))
        .innerJoin(storedFiles, eq(storedFiles.id, messages.fileId))
        .where(eq(messages.fileId, id)),
    );
    if (!row) throw new DomainError("NOT_FOUND");
    await sideOf(inner, ctx.actor, row.clientId);
    return row;
  });
  const { contentType, sha256, name } = found;
  return {
    contentType,
    sha256,
    name: withEnding(name ?? "odys", contentType),
    async read() {
      const bytes = await ctx.files.get(id);
      if (!bytes) throw new DomainError("NOT_FOUND");
      return bytes;
    },
  };
}

/** The sender's name for it, with the ending of what it is. */
function withEnding(name: string, contentType: string): string {
  const ending = contentType === "application/pdf" ? ".pdf" : ".webp";
  return `${name.replace(/\.[a-z\d]{1,5}$/i, "")}${ending}`;
}
