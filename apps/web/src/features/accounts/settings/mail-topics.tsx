"use client";

import { MAIL_TOPICS, type MailTopic } from "@odys/shared/accounts/practice";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { Switch } from "../../../ui/switch.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { useSentence } from "../problem.ts";

/** Which news of appointments also come by mail; each is switched at once. */
export function MailTopics() {
  const t = useTranslations("settings.mails");
  const sentence = useSentence();
  const notify = useNotify();
  const utils = api.useUtils();
  const [{ mutedMails }] = api.accounts.getProfile.useSuspenseQuery();
  const update = api.accounts.updateProfile.useMutation({
    onSuccess: (saved) => {
      utils.accounts.getProfile.setData(undefined, saved);
      notify.done(t("saved"));
    },
    onError: (error) => notify.failed(sentence(error)),
  });
  const wanted = (topic: MailTopic) =>
    !(update.isPending ? (update.variables.mutedMails ?? mutedMails) : mutedMails).includes(topic);
  const set = (topic: MailTopic, on: boolean) =>
    update.mutate({
      mutedMails: on ? mutedMails.filter((one) => one !== topic) : [...mutedMails, topic],
    });
  return (
    <div className="divide-y divide-line">
      {MAIL_TOPICS.map((topic) => (
        <Switch
          key={topic}
          label={t(topic)}
          hint={t(`${topic}Hint`)}
          checked={wanted(topic)}
          disabled={update.isPending}
          onChange={(event) => set(topic, event.currentTarget.checked)}
        />
      ))}
    </div>
  );
}
