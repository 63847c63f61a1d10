"use client";

import type { Locale } from "@odys/shared/kernel/wire";
import type { Wording } from "@odys/shared/messaging/params";
import { holdsLink, oneLine } from "@odys/shared/messaging/plain";
import { renderMail, renderWhatsApp } from "@odys/shared/messaging/render";
import { sampleParams } from "@odys/shared/messaging/samples";
import type { ClientTemplate } from "@odys/shared/messaging/templates";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { Tabs } from "../../../ui/tabs.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Bubble } from "./bubble.tsx";
import { MailPreview } from "./mail-preview.tsx";

/** In whose name messages are written, and in which zone their times are. */
export interface Sender {
  professionalName: string;
  zone: string;
}

interface Props {
  template: ClientTemplate;
  locale: Locale;
  /** What is kept; null where there are no own words. */
  saved: Wording | null;
  sender: Sender;
}

/** As the server has it (`WORDING_MAX`). */
const MAX = 160;
const ENDS = ["opening", "closing"] as const;
const NONE: Wording = { opening: "", closing: "" };

/** Own words before and after one message, and how it reads with them while one types. */
export function WordingEditor({ template, locale, saved, sender }: Props) {
  const t = useTranslations("messageSettings.wording");
  const common = useTranslations("common");
  const [words, setWords] = useState(saved ?? NONE);
  const { save, reset } = useWording({ template, locale, saved });
  const clean = { opening: oneLine(words.opening), closing: oneLine(words.closing) };
  const broken = ENDS.some((end) => holdsLink(clean[end]));
  const changed = ENDS.some((end) => clean[end] !== (saved ?? NONE)[end]);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!broken) save.mutate({ template, locale, ...clean });
        }}
      >
        {ENDS.map((end) => (
          <Field
            key={end}
            label={t(end)}
            hint={t(`${end}Hint`)}
            error={holdsLink(clean[end]) ? t("link") : undefined}
            optional
          >
            <Textarea
              lang={locale}
              rows={2}
              className="min-h-16"
              maxLength={MAX}
              value={words[end]}
              onChange={({ currentTarget: { value } }) => setWords({ ...words, [end]: value })}
            />
          </Field>
        ))}
        <p className="text-sm text-ink-soft">{t("required")}</p>
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            disabled={!changed || broken}
            busy={save.isPending && common("saving")}
          >
            {common("save")}
          </Button>
          {saved && (
            <Button variant="quiet" onClick={() => reset.mutate({ template, locale })}>
              {t("reset")}
            </Button>
          )}
        </div>
      </form>
      <Preview template={template} locale={locale} sender={sender} words={clean} />
    </div>
  );
}

function Preview({
  template,
  locale,
  sender,
  words,
}: Pick<Props, "template" | "locale" | "sender"> & { words: Wording }) {
  const t = useTranslations("messageSettings.wording");
  const params = { ...sampleParams(template, locale), ...sender };
  const { text, buttons } = renderWhatsApp(template, locale, params, words);
  const mail = renderMail(template, locale, params, words);
  return (
    <div lang={locale}>
      <Tabs
        label={t("preview")}
        tabs={[
          {
            value: "whatsapp",
            label: t("whatsapp"),
            content: (
              <Bubble
                label={t("whatsapp")}
                text={text}
                buttons={buttons.map(({ title }) => title)}
              />
            ),
          },
          {
            value: "mail",
            label: t("mail"),
            content: <MailPreview label={t("mail")} subject={mail.subject} text={mail.text} />,
          },
        ]}
      />
    </div>
  );
}

function useWording({ template, locale, saved }: Omit<Props, "sender">) {
  const t = useTranslations("messageSettings.wording");
  const sentence = useSentence();
  const notify = useNotify();
  const { listTemplates } = api.useUtils().messaging;
  const settled = {
    onError: (error: unknown) => notify.failed(sentence(error)),
    onSettled: () => listTemplates.invalidate(),
  };
  const back = api.messaging.setWording.useMutation(settled);
  const save = api.messaging.setWording.useMutation({
    ...settled,
    onSuccess: () => notify.done(t("saved")),
  });
  const reset = api.messaging.resetWording.useMutation({
    ...settled,
    onSuccess: () =>
      notify.done(t("wasReset"), {
        undo: () => back.mutate({ template, locale, ...(saved ?? NONE) }),
      }),
  });
  return { save, reset };
}
