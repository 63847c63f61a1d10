import { onboardingDrafts, professionals } from "@odys/db/schema/accounts";
import {
  onboardingAnswers,
  type OnboardingAnswers,
  type OnboardingDraft,
  type PracticeCard,
} from "@odys/shared/accounts/schema";
import { slugBase, slugFor } from "@odys/shared/accounts/slug";
import { DomainError, isDomainError } from "@odys/shared/kernel/errors";
import { newId, type ProfessionalId } from "@odys/shared/kernel/ids";
import { eq, like } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { asSystem, withNewPractice } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";
import { readOnboarding } from "./queries.ts";

/** How often another slug is tried when somebody took the last one in the same moment. */
const ATTEMPTS = 8;

/**
 * Opens the practice: what was saved page by page, with what is given now on top. The first service
 * and the hours come into being in the same transaction. Calling it again answers with the same
 * practice. Throws VALIDATION_ERROR naming the answers that are missing, EMAIL_NOT_VERIFIED.
 */
export async function completeOnboarding(
  ctx: UserCtx,
  input: OnboardingDraft,
): Promise<PracticeCard> {
  if (!ctx.actor.emailVerified) throw new DomainError("EMAIL_NOT_VERIFIED");
  await ctx.auth.confirm(ctx);
  const { draft, professional } = await readOnboarding(ctx);
  if (professional) return professional;
  const answers = complete({ ...draft, ...input });

  for (let attempt = 1; ; attempt++) {
    try {
      return await open(ctx, answers, await freeSlug(ctx, answers.name));
    } catch (error) {
      if (!isDomainError(error) || error.code !== "CONFLICT") throw error;
      // Either the same person was quicker in another tab, or somebody else took the slug.
      const mine = await practiceOf(ctx);
      if (mine) return mine;
      if (attempt >= ATTEMPTS) throw error;
    }
  }
}

function complete(draft: OnboardingDraft): OnboardingAnswers {
  const parsed = onboardingAnswers.safeParse(draft);
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(
    parsed.error.issues.map((issue) => [issue.path.join("."), [issue.code]]),
  );
  throw new DomainError("VALIDATION_ERROR", { fields });
}

async function freeSlug(ctx: UserCtx, name: string): Promise<string> {
  const taken = await asSystem(ctx)
    .select({ slug: professionals.slug })
    .from(professionals)
    .where(like(professionals.slug, `${slugBase(name)}%`));
  return slugFor(
    name,
    taken.map(({ slug }) => slug),
  );
}

/** Asked of the database and not of the actor, who was resolved before the other tab committed. */
async function practiceOf(ctx: UserCtx): Promise<PracticeCard | null> {
  const [row] = await asSystem(ctx)
    .select({ id: professionals.id, slug: professionals.slug })
    .from(professionals)
    .where(eq(professionals.userId, ctx.actor.userId));
  return row ?? null;
}

async function open(ctx: UserCtx, answers: OnboardingAnswers, slug: string): Promise<PracticeCard> {
  const { userId, locale } = ctx.actor;
  const { service, windows, ...practice } = answers;
  const id = newId() as ProfessionalId;
  const now = new Date(ctx.clock.now());
  return withNewPractice(ctx, id, async (tx, inner) => {
    await Promise.all([
      tx
        .insert(professionals)
        .values({ id, userId, slug, locale, ...practice, createdAt: now, updatedAt: now }),
      tx.delete(onboardingDrafts).where(eq(onboardingDrafts.userId, userId)),
    ]);
    await emit(inner, "accounts.professional_opened", { professionalId: id, service, windows });
    return { id, slug };
  });
}
