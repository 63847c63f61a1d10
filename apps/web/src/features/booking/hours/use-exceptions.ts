"use client";

import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { useNotify } from "../../../ui/toast.tsx";
import type { DaySpan } from "../../../ui/week-editor/week.ts";
import type { Exceptional } from "./dates.ts";

/** Other hours for a date, or its week again: each can be taken back. */
export function useExceptions() {
  const t = useTranslations("hours.dates");
  const sentence = useSentence();
  const notify = useNotify();
  const utils = api.useUtils();
  const shared = {
    onError: (error: unknown) => notify.failed(sentence(error)),
    onSettled: () => utils.booking.listExceptions.invalidate(),
  };
  const set = api.booking.setException.useMutation(shared);
  const remove = api.booking.deleteException.useMutation(shared);
  // Not in the callbacks of `mutate`: they stay silent when the row that asked is gone with the answer.
  const told = async (work: Promise<unknown>, text: string, undo: () => void) => {
    try {
      await work;
    } catch {
      return; // Said by `onError`.
    }
    notify.done(text, { undo });
  };
  return {
    pending: set.isPending || remove.isPending,
    /** Takes dates back to their week, or to their holiday. */
    giveUp(dates: Exceptional) {
      const { from, to } = dates;
      void told(remove.mutateAsync({ from, to }), t("removed"), () => set.mutate(dates));
    },
    /** Works on a holiday, with these hours. */
    open(date: string, windows: DaySpan[]) {
      const day = { from: date, to: date };
      void told(set.mutateAsync({ ...day, windows }), t("opened"), () => remove.mutate(day));
    },
  };
}
