import { clientMerges, clients } from "@odys/db/schema/clients";
import type { Merge, UndoMergeInput } from "@odys/shared/clients/merge-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq, inArray } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { ownClient } from "./queries.ts";
import { holdClients, moveRows, toMerge } from "./merge-queries.ts";

/**
 * Takes two rows apart again that were made one: what was moved goes back, what has come since stays
 * with the kept one. Twice is no error. NOT_FOUND.
 */
export function undoMerge(ctx: ProfessionalCtx, { id }: UndoMergeInput): Promise<Merge> {
  const { professionalId } = ctx;
  const now = new Date(ctx.clock.now());
  const own = and(eq(clientMerges.professionalId, professionalId), eq(clientMerges.id, id));
  return withTransaction(ctx, async (tx, inner) => {
    const [found] = await tx.select().from(clientMerges).where(own);
    if (!found) throw new DomainError("NOT_FOUND");
    const { keptId, mergedId, moved } = found;
    const held = await holdClients(tx, ctx, [keptId, mergedId]);
    // The same merge may have been undone while this waited for the rows.
    const holder = held.get(mergedId)?.mergedInto ?? null;
    const [row] = await tx.select().from(clientMerges).where(own);
    if (row?.undoneAt !== null || holder === null) return toMerge(row);
    await moveRows(inner, professionalId, { giver: holder, taker: mergedId, only: moved });
    await tx
      .update(clients)
      .set({ mergedInto: null, updatedAt: now })
      .where(ownClient(ctx, mergedId));
    await tx
      .update(clients)
      .set({ mergedInto: mergedId })
      .where(
        and(
          eq(clients.professionalId, professionalId),
          eq(clients.mergedInto, holder),
          inArray(clients.id, moved.clients ?? []),
        ),
      );
    if (moved.filled?.includes("email"))
      await tx
        .update(clients)
        .set({ email: null, userId: null, updatedAt: now })
        .where(and(ownClient(ctx, keptId), eq(clients.email, held.get(mergedId)?.email ?? "")));
    const [undone] = await tx.update(clientMerges).set({ undoneAt: now }).where(own).returning();
    return toMerge(undone);
  });
}
