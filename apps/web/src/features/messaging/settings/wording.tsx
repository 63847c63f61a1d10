"use client";

import { type Locale, LOCALES } from "@odys/shared/kernel/wire";
import { CLIENT_TEMPLATES, type ClientTemplate } from "@odys/shared/messaging/templates";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LANGUAGES } from "../../../i18n/locales.ts";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { Select } from "../../../ui/select.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/states.tsx";
import { RadioPill } from "../../accounts/form/radio-pill.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { type Sender, WordingEditor } from "./wording-editor.tsx";

/** The practice's own words around each message to clients, in either language. */
export function Wording({ sender, language }: { sender: Sender; language: Locale }) {
  const t = useTranslations("messageSettings.wording");
  const names = useTranslations("messageSettings.template");
  const common = useTranslations("common");
  const sentence = useSentence();
  const [template, setTemplate] = useState<ClientTemplate>("reminder24h");
  const [locale, setLocale] = useState(language);
  const templates = api.messaging.listTemplates.useQuery({ locale });
  const own = (name: ClientTemplate) =>
    templates.data?.items.find((item) => item.template === name)?.wording ?? null;
  return (
    <div className="grid gap-5">
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <Field label={t("message")}>
          <Select
            value={template}
            onChange={({ currentTarget: { value } }) =>
              setTemplate(CLIENT_TEMPLATES.find((name) => name === value) ?? template)
            }
          >
            {CLIENT_TEMPLATES.map((name) => (
              <option key={name} value={name}>
                {own(name) ? t("own", { name: names(name) }) : names(name)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("language")} group>
          <div className="flex flex-wrap gap-2">
            {LOCALES.map((one) => (
              <RadioPill
                key={one}
                name="wording-language"
                checked={one === locale}
                onChange={() => setLocale(one)}
              >
                <span lang={one}>{LANGUAGES[one]}</span>
              </RadioPill>
            ))}
          </div>
        </Field>
      </div>
      {templates.isPending && <Skeleton className="h-96 rounded-lg" />}
      {templates.isError && (
        <ErrorState
          title={t("failed")}
          text={sentence(templates.error)}
          action={<Button onClick={() => void templates.refetch()}>{common("retry")}</Button>}
        />
      )}
      {templates.data && (
        <WordingEditor
          // Another message, or other words from elsewhere: another form.
          key={`${template} ${locale} ${JSON.stringify(own(template))}`}
          template={template}
          locale={locale}
          saved={own(template)}
          sender={sender}
        />
      )}
    </div>
  );
}
