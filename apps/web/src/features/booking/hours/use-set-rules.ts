"use client";

import type { Rules, SetRulesInput } from "@odys/shared/booking/rules-schema";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { useNotify } from "../../../ui/toast.tsx";

/** Saves a rule as it is chosen; what it was can be had back. */
export function useSetRules(rules: Rules): (change: SetRulesInput) => void {
  const t = useTranslations("hours.limits");
  const sentence = useSentence();
  const notify = useNotify();
  const utils = api.useUtils();
  const save = api.booking.setRules.useMutation({
    // Shown at once; if it fails, what holds is shown again.
    onMutate: (change) => utils.booking.getRules.setData({}, { ...rules, ...change }),
    onSuccess: (now) => utils.booking.getRules.setData({}, now),
    onError: (error) => {
      utils.booking.getRules.setData({}, rules);
      notify.failed(sentence(error));
    },
    onSettled: () => utils.booking.listHolidays.invalidate(),
  });
  return (change) => {
    const before = Object.fromEntries(
      Object.entries(rules).filter(([name]) => name in change),
    ) as SetRulesInput;
    save.mutate(change, {
      onSuccess: () => notify.done(t("saved"), { undo: () => save.mutate(before) }),
    });
  };
}
