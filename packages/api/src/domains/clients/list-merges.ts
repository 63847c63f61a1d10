import { clientMerges, clients } from "@odys/db/schema/clients";
import type { ListMergesInput, MergeList } from "@odys/shared/clients/merge-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { toMerge } from "./merge-queries.ts";
import { ownClient } from "./queries.ts";

/** What was merged into a client and can be taken apart again, newest first. NOT_FOUND. */
export async function listMerges(
  ctx: ProfessionalCtx,
  { clientId }: ListMergesInput,
): Promise<MergeList> {
  const [[client], rows] = await withTransaction(ctx, (tx) =>
    Promise.all([
      tx.select({ id: clients.id }).from(clients).where(ownClient(ctx, clientId)),
      tx
        .select({
          merge: clientMerges,
          // Looked up for each of the few, which are found first.
          name: sql<string>`(select ${clients.name} from ${clients} where ${clients.id} = ${clientMerges.mergedId})`,
          phone: sql<string>`(select ${clients.phone} from ${clients} where ${clients.id} = ${clientMerges.mergedId})`,
        })
        .from(clientMerges)
        .where(
          and(
            eq(clientMerges.professionalId, ctx.professionalId),
            eq(clientMerges.keptId, clientId),
            isNull(clientMerges.undoneAt),
          ),
        )
        .orderBy(desc(clientMerges.createdAt), desc(clientMerges.id))
        .limit(20),
    ]),
  );
  if (!client) throw new DomainError("NOT_FOUND");
  return { items: rows.map(({ merge, ...who }) => ({ ...toMerge(merge), ...who })) };
}
