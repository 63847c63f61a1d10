"use client";

import type { Locale } from "@odys/shared/kernel/wire";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { LANGUAGES, LOCALE_COOKIE, LOCALES } from "../../../i18n/locales.ts";
import { api } from "../../../trpc/client.tsx";
import { rememberChoice } from "../../../ui/cookie.ts";
import { Field } from "../../../ui/field.tsx";
import type { Theme } from "../../../ui/theme.ts";
import { ThemeToggle } from "../../../ui/theme-toggle.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { RadioPill } from "../form/radio-pill.tsx";
import { useSentence } from "../problem.ts";

/** Language, kept with the account because mails are written in it, and theme, kept on the device. */
export function Look({ theme }: { theme: Theme }) {
  const t = useTranslations("settings.look");
  const locale = useLocale();
  const router = useRouter();
  const notify = useNotify();
  const sentence = useSentence();
  const [pending, start] = useTransition();
  const update = api.accounts.updateMe.useMutation({
    onError: (error) => notify.failed(sentence(error)),
  });
  function choose(next: Locale) {
    rememberChoice(LOCALE_COOKIE, next);
    update.mutate({ locale: next });
    start(() => router.refresh());
  }
  return (
    <div className="grid gap-5">
      <Field label={t("language")} group>
        <div className="flex flex-wrap gap-2" aria-busy={pending}>
          {LOCALES.map((one) => (
            <RadioPill
              key={one}
              name="language"
              checked={one === locale}
              onChange={() => choose(one)}
            >
              <span lang={one}>{LANGUAGES[one]}</span>
            </RadioPill>
          ))}
        </div>
      </Field>
      <div>
        <p aria-hidden className="mb-1.5 text-sm font-medium">
          {t("theme")}
        </p>
        <ThemeToggle initial={theme} />
      </div>
    </div>
  );
}
