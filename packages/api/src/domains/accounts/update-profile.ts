import { professionals } from "@odys/db/schema/accounts";
import type { ProfileDto, UpdateProfileInput } from "@odys/shared/accounts/schema";
import { RESERVED_SLUGS } from "@odys/shared/accounts/slug";
import { DomainError, isDomainError } from "@odys/shared/kernel/errors";
import { eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { profileColumns } from "./queries.ts";

/**
 * Changes the caller's own practice. Throws VALIDATION_ERROR for a reserved slug and CONFLICT for
 * one that is taken, both naming the field.
 */
export async function updateProfile(
  ctx: ProfessionalCtx,
  input: UpdateProfileInput,
): Promise<ProfileDto> {
  if (input.slug !== undefined && RESERVED_SLUGS.includes(input.slug))
    throw new DomainError("VALIDATION_ERROR", { fields: { slug: ["reserved"] } });
  const [row] = await withTransaction(ctx, (tx) =>
    tx
      .update(professionals)
      .set({ ...input, updatedAt: new Date(ctx.clock.now()) })
      .where(eq(professionals.id, ctx.professionalId))
      .returning(profileColumns),
  ).catch((error: unknown) => {
    // The only uniqueness that this statement can hurt.
    if (!isDomainError(error) || error.code !== "CONFLICT") throw error;
    throw new DomainError("CONFLICT", { fields: { slug: ["taken"] } }, { cause: error });
  });
  if (!row) throw new DomainError("NOT_FOUND");
  return row;
}
