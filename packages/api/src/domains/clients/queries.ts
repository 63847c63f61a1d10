import { users } from "@odys/db/schema/accounts";
import { clients } from "@odys/db/schema/clients";
import type { Contact } from "@odys/shared/clients/schema";
import { DomainError, isDomainError } from "@odys/shared/kernel/errors";
import { and, eq, sql, type SQL } from "drizzle-orm";
import type { Ctx, ProfessionalCtx } from "../../kernel/ctx.ts";
import { withSystemTransaction, withTransaction } from "../../kernel/transaction.ts";

/** The caller's own row of that id. */
export function ownClient({ professionalId }: ProfessionalCtx, id: string): SQL | undefined {
  return and(eq(clients.professionalId, professionalId), eq(clients.id, id));
}

/** Somebody's name and how to reach them. */
export const contactColumns = {
  id: clients.id,
  name: clients.name,
  phone: clients.phone,
  email: clients.email,
  archivedAt: clients.archivedAt,
  createdAt: clients.createdAt,
};

type ContactRow = Pick<typeof clients.$inferSelect, keyof typeof contactColumns>;

/** The row as it travels. NOT_FOUND where there is none. */
export function toContact(row: ContactRow | undefined): Contact {
  if (!row) throw new DomainError("NOT_FOUND");
  return {
    ...row,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

/**
 * Keeps a row with whoever has proved its address (C1), inside the transaction open around the call:
 * the account of that verified e-mail, or nobody. The professional hears nothing of it, or the
 * answer would tell whose address has an account.
 */
export function linkByAddress(ctx: Ctx, id: string): Promise<void> {
  return withSystemTransaction(ctx, async (tx) => {
    await tx
      .update(clients)
      .set({
        userId: sql`(select ${users.id} from ${users} where ${users.email} = ${clients.email} and ${users.emailVerified})`,
      })
      .where(eq(clients.id, id));
  });
}

/** A write of a client row; CONFLICT names whose the number is already. */
export async function withOwnNumber<T>(
  ctx: ProfessionalCtx,
  phone: string | undefined,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isDomainError(error) || error.code !== "CONFLICT" || phone === undefined) throw error;
    const [holder] = await withTransaction({ ...ctx, open: null }, (tx) =>
      tx
        .select({ id: clients.id, name: clients.name })
        .from(clients)
        .where(and(eq(clients.professionalId, ctx.professionalId), eq(clients.phone, phone))),
    );
    throw new DomainError("CONFLICT", { fields: { phone: ["taken"] }, holder }, { cause: error });
  }
}
