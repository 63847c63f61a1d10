import { clients } from "@odys/db/schema/clients";
import type { Contact, UpdateClientInput } from "@odys/shared/clients/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { announce, withTransaction } from "../../kernel/transaction.ts";
import { contactColumns, linkByAddress, ownClient, toContact, withOwnNumber } from "./queries.ts";

/**
 * Changes how a client is called or reached. Another address belongs to another account, or to none
 * (C1). NOT_FOUND; CONFLICT with `holder` when the number is another client's.
 */
export function updateClient(
  ctx: ProfessionalCtx,
  { id, ...change }: UpdateClientInput,
): Promise<Contact> {
  return withOwnNumber(ctx, change.phone, () =>
    withTransaction(ctx, async (tx, inner) => {
      const [before] = await tx
        .select({ email: clients.email })
        .from(clients)
        .where(ownClient(ctx, id))
        .for("update");
      if (!before) throw new DomainError("NOT_FOUND");
      const [row] = await tx
        .update(clients)
        .set({ ...change, updatedAt: new Date(ctx.clock.now()) })
        .where(ownClient(ctx, id))
        .returning(contactColumns);
      if (change.email !== undefined && change.email !== before.email)
        await linkByAddress(inner, id);
      announce(inner, `professional:${ctx.professionalId}`);
      return toContact(row);
    }),
  );
}
