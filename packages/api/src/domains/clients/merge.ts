import { clientMerges, clients } from "@odys/db/schema/clients";
import type { Merge, MergeInput } from "@odys/shared/clients/merge-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { newId } from "@odys/shared/kernel/ids";
import { and, eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { ownClient } from "./queries.ts";
import { holdClients, type Moved, moveRows, toMerge } from "./merge-queries.ts";

/**
 * Makes two rows of one person one: everything of the merged one's is the kept one's from now on, and
 * who books with the merged one's number books as the kept. An address that the kept one lacks is
 * taken over, with the account that proved it. NOT_FOUND; CONFLICT where either was merged already.
 */
export function merge(ctx: ProfessionalCtx, { keptId, mergedId }: MergeInput): Promise<Merge> {
  const { professionalId } = ctx;
  const now = new Date(ctx.clock.now());
  return withTransaction(ctx, async (tx, inner) => {
    const held = await holdClients(tx, ctx, [keptId, mergedId]);
    const [kept, merged] = [held.get(keptId), held.get(mergedId)];
    if (!kept || !merged) throw new DomainError("NOT_FOUND");
    if (kept.mergedInto !== null || merged.mergedInto !== null) throw new DomainError("CONFLICT");
    const moved: Moved = await moveRows(inner, professionalId, { giver: mergedId, taker: keptId });
    const filled =
      kept.email === null && merged.email !== null
        ? { email: merged.email, userId: merged.userId }
        : {};
    // Whoever was merged into this one before follows, so that one step leads to who was kept.
    const followed = await tx
      .update(clients)
      .set({ mergedInto: keptId })
      .where(and(eq(clients.professionalId, professionalId), eq(clients.mergedInto, mergedId)))
      .returning({ id: clients.id });
    await tx
      .update(clients)
      .set({ mergedInto: keptId, updatedAt: now })
      .where(ownClient(ctx, mergedId));
    await tx
      .update(clients)
      .set({ ...filled, archivedAt: null, updatedAt: now })
      .where(ownClient(ctx, keptId));
    const [row] = await tx
      .insert(clientMerges)
      .values({
        id: newId(),
        professionalId,
        keptId,
        mergedId,
        moved: {
          ...moved,
          clients: followed.map(({ id }) => id),
          filled: Object.keys(filled),
        },
        createdAt: now,
      })
      .returning();
    return toMerge(row);
  });
}
