import { clients } from "@odys/db/schema/clients";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Consents } from "@odys/shared/messaging/conversation-schema";
import { and, eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { readConsents } from "./conversation-queries.ts";

/** What a client said about being written to, by channel: the last word of each. NOT_FOUND. */
export function getConsent(
  ctx: ProfessionalCtx,
  { clientId }: { clientId: string },
): Promise<Consents> {
  return withTransaction(ctx, async (tx) => {
    const [[client], items] = await Promise.all([
      tx
        .select({ id: clients.id })
        .from(clients)
        .where(and(eq(clients.professionalId, ctx.professionalId), eq(clients.id, clientId))),
      readConsents(tx, clientId),
    ]);
    if (!client) throw new DomainError("NOT_FOUND");
    return { items };
  });
}
