/** The plan a professional is on, from the least to the most; what each plan gives and costs is billing's (`billing/plans.ts`). */
export const PLAN_NAMES = ["free", "basic", "pro", "premium"] as const;
export type Plan = (typeof PLAN_NAMES)[number];

/** What a trial gives while it runs. */
const TRIAL_PLAN = "pro" satisfies Plan;

/**
 * The plan that holds now: the better of what is paid and a running trial. Plans are named from the
 * least to the most. `now` and `trialEndsAt` are epoch ms.
 */
export function effectivePlan(paid: Plan, trialEndsAt: number | null, now: number): Plan {
  const onTrial = trialEndsAt !== null && now < trialEndsAt;
  const better = PLAN_NAMES.indexOf(TRIAL_PLAN) > PLAN_NAMES.indexOf(paid);
  return onTrial && better ? TRIAL_PLAN : paid;
}
