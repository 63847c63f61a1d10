import { storedFiles } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { filePath } from "@odys/shared/ops/files";
import { createHash } from "node:crypto";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { squarePicture } from "../../kernel/picture.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { swapAvatar } from "./queries.ts";

/**
 * Makes a picture the practice's own, in place of the one before. What is kept is what we drew anew
 * from it (kernel/picture.ts). UNSUPPORTED_MEDIA_TYPE, VALIDATION_ERROR; UNAVAILABLE when the storage
 * does not answer, and then everything is as it was.
 */
export async function setAvatar(
  ctx: ProfessionalCtx,
  { bytes }: { bytes: Uint8Array },
): Promise<{ avatarUrl: string }> {
  const { professionalId } = ctx;
  const picture = await squarePicture(bytes);
  const id = newId();
  const row = {
    id,
    userId: ctx.actor.userId,
    professionalId,
    purpose: "avatar" as const,
    contentType: "image/webp" as const,
    size: picture.length,
    sha256: createHash("sha256").update(picture).digest("hex"),
    createdAt: new Date(ctx.clock.now()),
  };
  // Before the transaction: it waits for no network, and names nothing that is not there.
  await ctx.files.put(id, picture);
  try {
    await withTransaction(ctx, async (tx, inner) => {
      await tx.insert(storedFiles).values(row);
      await swapAvatar(inner, professionalId, id);
    });
  } catch (error) {
    await ctx.files.remove(id).catch((err: unknown) => ctx.log.error({ err, id }, "file is left"));
    throw error;
  }
  return { avatarUrl: filePath(id) };
}
