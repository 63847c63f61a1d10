import { auditLog } from "@odys/db/schema/ops";
import { actorName, type Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";

type Access = {
  /** Of the row that was opened, or the queue that a job stands in. */
  table: string;
  row: string;
  professionalId?: string | null;
  /** What was done, where it was not only opened and no trigger sees it. */
  operation?: "access" | "replay" | "sign_out";
};

/**
 * Writes into the audit log what leaves no trace by itself: that somebody opened a row, or set
 * something going that is no row of ours. In the transaction that is open around the call, so that
 * who is shown something has been written down.
 */
export async function recordAccess(
  ctx: Ctx,
  { table, row, professionalId = null, operation = "access" }: Access,
): Promise<void> {
  await withSystemTransaction(ctx, (tx) =>
    tx.insert(auditLog).values({
      professionalId,
      actor: actorName(ctx.actor),
      requestId: ctx.requestId,
      action: ctx.action,
      tableName: table,
      rowId: row,
      operation,
      changed: [],
      values: {},
    }),
  );
}
