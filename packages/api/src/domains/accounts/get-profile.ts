import { professionals } from "@odys/db/schema/accounts";
import type { ProfileDto } from "@odys/shared/accounts/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { profileColumns } from "./queries.ts";

/** The caller's own practice as its settings page shows it. */
export async function getProfile(ctx: ProfessionalCtx): Promise<ProfileDto> {
  const [row] = await withTransaction(ctx, (tx) =>
    tx.select(profileColumns).from(professionals).where(eq(professionals.id, ctx.professionalId)),
  );
  if (!row) throw new DomainError("NOT_FOUND");
  return row;
}
