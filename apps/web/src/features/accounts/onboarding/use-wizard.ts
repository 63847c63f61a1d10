"use client";

import type { Profession } from "@odys/shared/accounts/professions";
import type { OnboardingDraft } from "@odys/shared/accounts/schema";
import { useSearchParams } from "next/navigation";
import { useCallback, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import type { WeekWindow } from "../../../ui/week-editor/week.ts";
import { problemOf } from "../problem.ts";
import { type Page, pageAfter, pageFrom, pageOfField } from "./steps.ts";

/** What was typed on each page, saved or not: going back and forth loses nothing. */
export interface Typed {
  practice?: { name: string; profession?: Profession | undefined };
  contact?: { phone: string; zone: string };
  service?: { name: string; durationMinutes: number; priceAmount: number | null };
  hours?: readonly WeekWindow[];
}

/**
 * The wizard: which page stands before the reader, what has been answered, and how to go on. The
 * page stands in the address, so that the browser's own back button works; answers are kept by the
 * server page by page.
 */
export function useWizard() {
  const utils = api.useUtils();
  const [{ draft, nextStep }] = api.accounts.getOnboarding.useSuspenseQuery();
  const asked = useSearchParams().get("step");
  const page = pageFrom(asked, nextStep);
  const [typed, setTyped] = useState<Typed>({});
  const keep = useCallback((more: Typed) => setTyped((all) => ({ ...all, ...more })), []);

  function go(to: Page) {
    // Coming back to an address without a page would lead on to the next open one.
    if (asked !== page) history.replaceState(null, "", `?step=${page}`);
    history.pushState(null, "", `?step=${to}`);
    scrollTo({ top: 0 });
  }
  const save = api.accounts.saveOnboarding.useMutation({
    onSuccess: (answer) => {
      utils.accounts.getOnboarding.setData(undefined, answer);
      go(pageAfter(page, answer.nextStep));
    },
    onError: (error) => isOpenAlready(error) && location.assign("/onboarding/open"),
  });
  const complete = api.accounts.completeOnboarding.useMutation({
    // The session's rights have changed with it: a whole new page.
    onSuccess: () => location.assign("/onboarding/open"),
    onError: (error) => {
      const [field] = problemOf(error).fields;
      if (field) go(pageOfField(field));
    },
  });
  return {
    page,
    draft,
    typed,
    keep,
    go: (to: Page) => {
      save.reset();
      go(to);
    },
    save: (answers: OnboardingDraft) => save.mutate(answers),
    saving: save.isPending,
    failure: save.error,
    complete: () => complete.mutate({}),
    opening: complete.isPending || complete.isSuccess,
    refusal: complete.error,
  };
}
export type Wizard = ReturnType<typeof useWizard>;

/** Another tab was quicker. */
function isOpenAlready(error: unknown): boolean {
  return problemOf(error).code === "CONFLICT";
}
