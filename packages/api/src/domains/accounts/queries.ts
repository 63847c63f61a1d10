import { onboardingDrafts, professionals } from "@odys/db/schema/accounts";
import { storedFiles } from "@odys/db/schema/ops";
import { effectivePlan } from "@odys/shared/accounts/plan";
import {
  type Account,
  onboardingDraft,
  type OnboardingDraft,
  type PracticeCard,
  type ProfileDto,
  type SignedIn,
} from "@odys/shared/accounts/schema";
import { FILES_PATH, filePath } from "@odys/shared/ops/files";
import { DomainError } from "@odys/shared/kernel/errors";
import { eq, sql } from "drizzle-orm";
import type { SessionUser } from "../../gateways/auth/port.ts";
import type { Ctx, UserCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";

/** The answer to whoever has just signed in. */
export function signedInAs({ userId: id, name, email }: SessionUser): SignedIn {
  return { user: { id, name, email } };
}

/** Where the practice's picture is read; null when there is none. */
function avatarUrl() {
  return sql<string | null>`${`${FILES_PATH}/`}::text || ${professionals.avatarId}`;
}

/** The columns of `ProfileDto`. */
export const profileColumns = {
  id: professionals.id,
  slug: professionals.slug,
  name: professionals.name,
  profession: professionals.profession,
  phone: professionals.phone,
  bio: professionals.bio,
  zone: professionals.zone,
  currency: professionals.currency,
  locale: professionals.locale,
  slotStepMinutes: professionals.slotStepMinutes,
  maxPending: professionals.maxPending,
  mutedMails: professionals.mutedMails,
  avatarUrl: avatarUrl(),
} satisfies Record<keyof ProfileDto, unknown>;

/** The caller as they see themselves. Costs a query only when they run a practice. */
export async function readAccount(ctx: UserCtx): Promise<Account> {
  const { userId: id, name, email, emailVerified, role, locale, professionalId } = ctx.actor;
  const user = { id, name, email, emailVerified, role, locale };
  if (!professionalId) return { user, professional: null };
  const [row] = await withTransaction(ctx, (tx) =>
    tx.select().from(professionals).where(eq(professionals.id, professionalId)),
  );
  return { user, professional: row ? summary(ctx, row) : null };
}

function summary(
  { clock, settings }: UserCtx,
  row: typeof professionals.$inferSelect,
): Account["professional"] {
  const { id, slug, name, profession, zone, currency, plan: paid, trialEndsAt, avatarId } = row;
  const effective = effectivePlan(paid, trialEndsAt?.getTime() ?? null, clock.now());
  const plan = { paid, effective, trialEndsAt: trialEndsAt?.toISOString() ?? null };
  const suspension = row.suspendedAt && {
    suspendedAt: row.suspendedAt.toISOString(),
    reason: row.suspendedReason ?? "",
    contact: settings.supportEmail,
  };
  const avatarUrl = avatarId === null ? null : filePath(avatarId);
  return { id, slug, name, profession, zone, currency, avatarUrl, plan, suspension };
}

/**
 * The caller's answers so far, and their practice once it is open. An answer that is no longer
 * valid (a profession that was taken off the list) is asked for again.
 */
export async function readOnboarding(
  ctx: UserCtx,
): Promise<{ draft: OnboardingDraft; professional: PracticeCard | null }> {
  const { userId, professionalId } = ctx.actor;
  return withTransaction(ctx, async (tx) => {
    const [drafts, practices] = await Promise.all([
      tx.select().from(onboardingDrafts).where(eq(onboardingDrafts.userId, userId)),
      professionalId
        ? tx
            .select({ id: professionals.id, slug: professionals.slug })
            .from(professionals)
            .where(eq(professionals.id, professionalId))
        : [],
    ]);
    return { draft: stillValid(drafts[0]?.draft ?? {}), professional: practices[0] ?? null };
  });
}

function stillValid(stored: Record<string, unknown>): OnboardingDraft {
  const kept = Object.entries(stored).filter(
    ([key, value]) => onboardingDraft.safeParse({ [key]: value }).success,
  );
  return onboardingDraft.parse(Object.fromEntries(kept));
}

/**
 * Puts one picture in the place of another, or of none, in the transaction open around the call; the
 * bytes of the one before go after the commit. Two at once wait for each other.
 */
export async function swapAvatar(
  ctx: Ctx,
  professionalId: string,
  avatarId: string | null,
): Promise<void> {
  if (!ctx.open) throw new TypeError("swapAvatar outside a transaction");
  const { tx } = ctx.open;
  const own = eq(professionals.id, professionalId);
  const [before] = await tx
    .select({ avatarId: professionals.avatarId })
    .from(professionals)
    .where(own)
    .for("update");
  if (!before) throw new DomainError("NOT_FOUND");
  await tx
    .update(professionals)
    .set({ avatarId, updatedAt: new Date(ctx.clock.now()) })
    .where(own);
  if (before.avatarId === null) return;
  await tx.delete(storedFiles).where(eq(storedFiles.id, before.avatarId));
  await emit(ctx, "accounts.file_dropped", { fileId: before.avatarId });
}
