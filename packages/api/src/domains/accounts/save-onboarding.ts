import { onboardingDrafts } from "@odys/db/schema/accounts";
import {
  nextStep,
  onboardingDraft,
  type OnboardingDraft,
  type OnboardingDto,
} from "@odys/shared/accounts/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { sql } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";

/**
 * Keeps the answers of a page of the wizard, any of them, in any order; saving the same again
 * changes nothing. Throws CONFLICT once the practice is open: there is no wizard any more.
 */
export async function saveOnboarding(ctx: UserCtx, input: OnboardingDraft): Promise<OnboardingDto> {
  const { userId, professionalId } = ctx.actor;
  if (professionalId) throw new DomainError("CONFLICT");
  const updatedAt = new Date(ctx.clock.now());
  const [row] = await withTransaction(ctx, (tx) =>
    tx
      .insert(onboardingDrafts)
      .values({ userId, draft: input, updatedAt })
      .onConflictDoUpdate({
        target: onboardingDrafts.userId,
        // Merged in the database: two pages saved at once both stay.
        set: { draft: sql`${onboardingDrafts.draft} || excluded.draft`, updatedAt },
      })
      .returning({ draft: onboardingDrafts.draft }),
  );
  const draft = onboardingDraft.parse(row?.draft ?? {});
  return { draft, professional: null, nextStep: nextStep(draft) };
}
