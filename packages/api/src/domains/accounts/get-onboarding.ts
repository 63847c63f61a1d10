import { nextStep, type OnboardingDto } from "@odys/shared/accounts/schema";
import type { UserCtx } from "../../kernel/ctx.ts";
import { readOnboarding } from "./queries.ts";

/** How far the caller has come with opening a practice, so that they can go on there. */
export async function getOnboarding(ctx: UserCtx): Promise<OnboardingDto> {
  const { draft, professional } = await readOnboarding(ctx);
  return { draft, professional, nextStep: professional ? null : nextStep(draft) };
}
