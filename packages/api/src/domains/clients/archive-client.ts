import { clients } from "@odys/db/schema/clients";
import type { ArchiveClientInput, Contact } from "@odys/shared/clients/schema";
import { sql } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { announce, withTransaction } from "../../kernel/transaction.ts";
import { contactColumns, ownClient, toContact } from "./queries.ts";

/**
 * Takes a client off the list, or puts them back. Nothing of theirs is deleted, and twice is no
 * error. NOT_FOUND.
 */
export function archiveClient(
  ctx: ProfessionalCtx,
  { id, archived }: ArchiveClientInput,
): Promise<Contact> {
  const now = new Date(ctx.clock.now());
  const since = sql`coalesce(${clients.archivedAt}, ${now.toISOString()}::timestamptz)`;
  return withTransaction(ctx, async (tx, inner) => {
    const [row] = await tx
      .update(clients)
      .set({ archivedAt: archived ? since : null, updatedAt: now })
      .where(ownClient(ctx, id))
      .returning(contactColumns);
    announce(inner, `professional:${ctx.professionalId}`);
    return toContact(row);
  });
}
