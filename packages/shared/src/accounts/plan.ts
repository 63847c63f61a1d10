/** The plan a professional is on; what each plan gives and costs is billing's (`billing/plans.ts`). */
export const PLAN_NAMES = ["free", "basic", "pro", "premium"] as const;
export type Plan = (typeof PLAN_NAMES)[number];
