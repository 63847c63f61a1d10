import {
  ONBOARDING_STEPS,
  type OnboardingDraft,
  type OnboardingStep,
} from "@odys/shared/accounts/schema";

/** The pages of the wizard: those that ask, and one to look at the answers. */
export type Page = OnboardingStep | "review";
export const PAGES = [...Object.keys(ONBOARDING_STEPS), "review"] as Page[];

/** The page that an address asks for, as far as the answers reach; without one, where to go on. */
export function pageFrom(asked: string | null, next: OnboardingStep | null): Page {
  const reached = next ?? "review";
  const page = PAGES.find((one) => one === asked);
  return page && PAGES.indexOf(page) <= PAGES.indexOf(reached) ? page : reached;
}

/** Where Continue leads: the next page, or back to the review of somebody who only corrects. */
export function pageAfter(page: Page, next: OnboardingStep | null): Page {
  if (next === null) return "review";
  return PAGES[PAGES.indexOf(page) + 1] ?? "review";
}

/** The page of an answer that the server did not accept: `service.name` stands on "service". */
export function pageOfField(field: string): Page {
  const key = field.split(".")[0];
  const asking = Object.entries(ONBOARDING_STEPS).find(([, keys]) =>
    keys.some((one: keyof OnboardingDraft) => one === key),
  );
  return PAGES.find((page) => page === asking?.[0]) ?? "review";
}
