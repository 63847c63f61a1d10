import { clients } from "@odys/db/schema/clients";
import type { Contact, CreateClientInput } from "@odys/shared/clients/schema";
import { newId } from "@odys/shared/kernel/ids";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { announce, withTransaction } from "../../kernel/transaction.ts";
import { contactColumns, linkByAddress, toContact, withOwnNumber } from "./queries.ts";

/**
 * Puts somebody on the practice's list. How many a plan has room for is counted where something is
 * agreed with them (booking). CONFLICT with `holder` when the number is a client's already, also of
 * one out of the list.
 */
export function createClient(ctx: ProfessionalCtx, input: CreateClientInput): Promise<Contact> {
  const { professionalId } = ctx;
  const id = newId();
  const now = new Date(ctx.clock.now());
  return withOwnNumber(ctx, input.phone, () =>
    withTransaction(ctx, async (tx, inner) => {
      const [row] = await tx
        .insert(clients)
        .values({ id, professionalId, ...input, createdAt: now, updatedAt: now })
        .returning(contactColumns);
      if (input.email !== null) await linkByAddress(inner, id);
      announce(inner, `professional:${professionalId}`);
      return toContact(row);
    }),
  );
}
