import type { Tx } from "@odys/db/client";
import { type clientMerges, clients } from "@odys/db/schema/clients";
import type { Merge } from "@odys/shared/clients/merge-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Ctx, ProfessionalCtx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";

/** What was moved, by table; `filled` are columns of the kept row that came from the other. */
export type Moved = Record<string, string[]>;

type Held = Pick<typeof clients.$inferSelect, "id" | "email" | "userId" | "mergedInto">;

/**
 * Rows of the caller's clients, held until the commit in an order that everybody keeps: whoever books
 * as one of them meanwhile waits, or is seen. NOT_FOUND unless all are theirs.
 */
export async function holdClients(
  tx: Tx,
  { professionalId }: ProfessionalCtx,
  ids: readonly string[],
): Promise<Map<string, Held>> {
  const rows = await tx
    .select({
      id: clients.id,
      email: clients.email,
      userId: clients.userId,
      mergedInto: clients.mergedInto,
    })
    .from(clients)
    .where(and(eq(clients.professionalId, professionalId), inArray(clients.id, [...ids])))
    .orderBy(asc(clients.id))
    .for("update");
  if (rows.length < new Set(ids).size) throw new DomainError("NOT_FOUND");
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Gives one client's rows in other rooms to another, as `app.move_client` does: those rooms stand to
 * the right, and the database knows who refers to a client. Inside the transaction open around the
 * call, which holds both.
 */
export function moveRows(
  ctx: Ctx,
  professionalId: string,
  { giver, taker, only }: { giver: string; taker: string; only?: Moved },
): Promise<Moved> {
  return withSystemTransaction(ctx, async (tx) => {
    const [row] = await tx.execute<{ moved: Moved }>(
      sql`select app.move_client(${professionalId}, ${giver}, ${taker}, ${only === undefined ? null : JSON.stringify(only)}::jsonb) as moved`,
    );
    return row?.moved ?? {};
  });
}

/** A merge as it travels. NOT_FOUND where there is none. */
export function toMerge(row: typeof clientMerges.$inferSelect | undefined): Merge {
  if (!row) throw new DomainError("NOT_FOUND");
  const { id, keptId, mergedId, createdAt, undoneAt } = row;
  return {
    id,
    keptId,
    mergedId,
    createdAt: createdAt.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
  };
}
