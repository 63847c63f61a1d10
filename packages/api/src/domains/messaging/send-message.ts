import { storedFiles } from "@odys/db/schema/ops";
import type { Tx } from "@odys/db/client";
import { DomainError } from "@odys/shared/kernel/errors";
import type {
  ConversationMessage,
  SendMessageInput,
} from "@odys/shared/messaging/conversation-schema";
import { isLink } from "@odys/shared/messaging/reach";
import { and, eq } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { hasMessages, onSide, type Parties, sideOf } from "./conversation-queries.ts";
import { toMessages, writeMessage } from "./message-queries.ts";

/**
 * Writes to the other one of a conversation: a professional to a client, a client to a professional.
 * How it reaches somebody who is not looking is a job's business. NOT_FOUND, also for a file that is
 * not the caller's for this practice; CONFLICT for one that was sent already; FEATURE_NOT_IN_PLAN.
 */
export function sendMessage(ctx: UserCtx, input: SendMessageInput): Promise<ConversationMessage> {
  return withTransaction(ctx, async (tx, inner) => {
    const { side, parties } = await sideOf(inner, ctx.actor, input.clientId);
    if (!hasMessages(ctx, parties))
      throw new DomainError("FEATURE_NOT_IN_PLAN", { feature: "messages" });
    const content = await contentOf(tx, ctx, parties, input);
    const row = await onSide(inner, side, (_, as) =>
      writeMessage(as, parties, { ...content, author: side, way: "app" }),
    );
    const [message] = await toMessages(inner, [row], { withDeliveries: false });
    if (!message) throw new TypeError("a row is a message");
    return message;
  });
}

async function contentOf(tx: Tx, ctx: UserCtx, parties: Parties, input: SendMessageInput) {
  const { text = "", file } = input;
  if (!file) return { kind: isLink(text) ? ("link" as const) : ("text" as const), text };
  const [own] = await tx
    .select({ id: storedFiles.id })
    .from(storedFiles)
    .where(
      and(
        eq(storedFiles.id, file.id),
        eq(storedFiles.userId, ctx.actor.userId),
        eq(storedFiles.professionalId, parties.professional.id),
        eq(storedFiles.purpose, "message"),
      ),
    );
  if (!own) throw new DomainError("NOT_FOUND");
  // Its name is what is read of it where a file does not arrive, on WhatsApp for example.
  return { kind: "file" as const, text: file.name, fileId: own.id, fileName: file.name };
}
