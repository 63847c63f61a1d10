import { clients } from "@odys/db/schema/clients";
import { contactConsents } from "@odys/db/schema/messaging/conversations";
import { DomainError } from "@odys/shared/kernel/errors";
import { newId } from "@odys/shared/kernel/ids";
import type { Consents, SetConsentInput } from "@odys/shared/messaging/conversation-schema";
import { and, eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { readConsents } from "./conversation-queries.ts";

/**
 * Writes down what a client told the professional about being written to. Said already, nothing is
 * added. FORBIDDEN to grant again what the client took back themselves: only they can. NOT_FOUND.
 */
export function setConsent(
  ctx: ProfessionalCtx,
  { clientId, channel, granted }: SetConsentInput,
): Promise<Consents> {
  const { professionalId } = ctx;
  return withTransaction(ctx, async (tx) => {
    const [client] = await tx
      .select({ id: clients.id })
      .from(clients)
      .where(and(eq(clients.professionalId, professionalId), eq(clients.id, clientId)))
      .for("update");
    if (!client) throw new DomainError("NOT_FOUND");
    const last = (await readConsents(tx, clientId)).find((word) => word.channel === channel);
    if (last?.granted === granted) return { items: await readConsents(tx, clientId) };
    if (granted && last?.source === "client") throw new DomainError("FORBIDDEN");
    await tx.insert(contactConsents).values({
      id: newId(),
      professionalId,
      clientId,
      channel,
      granted,
      source: "professional",
      createdAt: new Date(ctx.clock.now()),
    });
    return { items: await readConsents(tx, clientId) };
  });
}
