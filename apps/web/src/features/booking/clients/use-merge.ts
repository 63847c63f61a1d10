"use client";

import type { MergeInput } from "@odys/shared/clients/merge-schema";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { useSentence } from "../../accounts/problem.ts";

/** Makes two clients one, and takes them apart again: in the toast at once, later on the client's page. */
export function useMerge() {
  const t = useTranslations("clients.duplicates");
  const sentence = useSentence();
  const notify = useNotify();
  const utils = api.useUtils();
  const settled = {
    onError: (error: unknown) => notify.failed(sentence(error)),
    onSettled: () => Promise.all([utils.clients.invalidate(), utils.booking.invalidate()]),
  };
  const undo = api.clients.undoMerge.useMutation({
    ...settled,
    onSuccess: () => notify.done(t("undone")),
  });
  const merge = api.clients.merge.useMutation({
    ...settled,
    onSuccess: ({ id }) => notify.done(t("merged"), { undo: () => undo.mutate({ id }) }),
  });
  return {
    merge: (input: MergeInput) => merge.mutate(input),
    undo: (id: string) => undo.mutate({ id }),
    pending: merge.isPending || undo.isPending,
  };
}
