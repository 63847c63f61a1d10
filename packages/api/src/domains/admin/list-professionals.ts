import { professionals } from "@odys/db/schema/accounts";
import type { AdminProfessionalRow, ListProfessionalsInput } from "@odys/shared/admin/schema";
import { and, desc, isNotNull, isNull, lt } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import {
  asAdmin,
  contains,
  idCursor,
  pageOf,
  professionalColumns,
  professionalText,
  toProfessionalRow,
} from "./queries.ts";

/** Every practice, the newest first. */
export function listProfessionals(
  ctx: UserCtx,
  { search, suspended, cursor, limit }: ListProfessionalsInput,
): Promise<{ items: AdminProfessionalRow[]; nextCursor: string | null }> {
  const after = idCursor(cursor);
  const { suspendedAt } = professionals;
  return asAdmin(ctx, async (tx) => {
    const rows = await tx
      .select(professionalColumns)
      .from(professionals)
      .where(
        and(
          contains(professionalText, search),
          suspended === undefined
            ? undefined
            : suspended
              ? isNotNull(suspendedAt)
              : isNull(suspendedAt),
          after === undefined ? undefined : lt(professionals.id, after),
        ),
      )
      .orderBy(desc(professionals.id))
      .limit(limit + 1);
    return pageOf(rows, limit, toProfessionalRow, ({ id }) => id);
  });
}
