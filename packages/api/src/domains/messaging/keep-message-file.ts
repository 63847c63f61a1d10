import { storedFiles } from "@odys/db/schema/ops";
import { DomainError } from "@odys/shared/kernel/errors";
import { newId } from "@odys/shared/kernel/ids";
import { createHash } from "node:crypto";
import type { UserCtx } from "../../kernel/ctx.ts";
import { wholePicture } from "../../kernel/picture.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { hasMessages, sideOf } from "./conversation-queries.ts";

/**
 * Keeps a picture or a PDF for a message that the caller is about to send in a client's conversation.
 * A picture is kept as what we drew anew from it; what is no message's after a day is deleted.
 * NOT_FOUND, FEATURE_NOT_IN_PLAN; UNSUPPORTED_MEDIA_TYPE, VALIDATION_ERROR, UNAVAILABLE as of `setAvatar`.
 */
export async function keepMessageFile(
  ctx: UserCtx,
  { clientId, bytes }: { clientId: string; bytes: Uint8Array },
): Promise<{ id: string }> {
  const professionalId = await withTransaction(ctx, async (_, inner) => {
    const { parties } = await sideOf(inner, ctx.actor, clientId);
    if (!hasMessages(ctx, parties))
      throw new DomainError("FEATURE_NOT_IN_PLAN", { feature: "messages" });
    return parties.professional.id;
  });
  const isPdf = looksLikePdf(bytes);
  const kept = isPdf ? bytes : await wholePicture(bytes);
  const id = newId();
  const row = {
    id,
    userId: ctx.actor.userId,
    professionalId,
    purpose: "message" as const,
    contentType: isPdf ? ("application/pdf" as const) : ("image/webp" as const),
    size: kept.length,
    sha256: createHash("sha256").update(kept).digest("hex"),
    createdAt: new Date(ctx.clock.now()),
  };
  // Before the row: it names nothing that is not there.
  await ctx.files.put(id, kept);
  try {
    await withTransaction(ctx, (tx) => tx.insert(storedFiles).values(row));
  } catch (error) {
    await ctx.files.remove(id).catch((err: unknown) => ctx.log.error({ err, id }, "file is left"));
    throw error;
  }
  return { id };
}

/** By its first bytes and its end (ISO 32000-1, 7.5): one that was cut off is none. */
function looksLikePdf(bytes: Uint8Array): boolean {
  const text = (from: number, to?: number) =>
    Buffer.from(bytes.subarray(from, to)).toString("latin1");
  return /^%PDF-[12]\.\d/.test(text(0, 8)) && text(-1024).includes("%%EOF");
}
