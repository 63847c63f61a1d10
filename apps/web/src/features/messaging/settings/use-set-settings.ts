"use client";

import type {
  MessageSettings,
  SetMessageSettingsInput,
} from "@odys/shared/messaging/settings-schema";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { useSentence } from "../../accounts/problem.ts";

/** Saves a setting as it is chosen; what it was can be had back. */
export function useSetSettings(
  settings: MessageSettings,
): (change: SetMessageSettingsInput) => void {
  const t = useTranslations("messageSettings");
  const sentence = useSentence();
  const notify = useNotify();
  const { getSettings } = api.useUtils().messaging;
  const save = api.messaging.setSettings.useMutation({
    // Shown at once; if it fails, what holds is shown again.
    onMutate: (change) => getSettings.setData({}, { ...settings, ...change }),
    onSuccess: (now) => getSettings.setData({}, now),
    onError: (error) => {
      getSettings.setData({}, settings);
      notify.failed(sentence(error));
    },
  });
  return (change) => {
    const before = Object.fromEntries(
      Object.entries(settings).filter(([name]) => name in change),
    ) as SetMessageSettingsInput;
    save.mutate(change, {
      onSuccess: () => notify.done(t("saved"), { undo: () => save.mutate(before) }),
    });
  };
}
