import { messages } from "@odys/db/schema/messaging/conversations";
import { storedFiles } from "@odys/db/schema/ops";
import { and, eq, lt, notExists } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";

const KEPT_MS = 24 * 60 * 60 * 1000;
/** So many at a time; the next run takes the rest. */
const BATCH = 500;

/** Deletes files that were sent to us for a message and are in none a day later. Returns how many. */
export function deleteUnsentFiles(ctx: Ctx): Promise<number> {
  return withSystemTransaction(ctx, async (tx, inner) => {
    const unsent = await tx
      .select({ id: storedFiles.id })
      .from(storedFiles)
      .where(
        and(
          eq(storedFiles.purpose, "message"),
          lt(storedFiles.createdAt, new Date(ctx.clock.now() - KEPT_MS)),
          notExists(
            tx
              .select({ id: messages.id })
              .from(messages)
              .where(eq(messages.fileId, storedFiles.id)),
          ),
        ),
      )
      .limit(BATCH);
    for (const { id } of unsent) {
      await tx.delete(storedFiles).where(eq(storedFiles.id, id));
      await emit(inner, "accounts.file_dropped", { fileId: id });
    }
    return unsent.length;
  });
}
