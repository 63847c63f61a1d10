"use client";

import { MailCheck } from "lucide-react";
import type { RefObject } from "react";
import { useLocale, useTranslations } from "../../../i18n/slim.tsx";
import { timeText } from "../../../ui/when.ts";

interface Props {
  /** Where the link went; not known after a form that was sent without JavaScript. */
  email?: string;
  /** ISO instant. */
  until: string | null;
  zone: string;
  heading?: RefObject<HTMLHeadingElement | null>;
}

/** One step is left, in the mailbox: until then the time is held, and not agreed. */
export function Held({ email, until, zone, heading }: Props) {
  const t = useTranslations("booking.held");
  const locale = useLocale();
  const known = until !== null && !Number.isNaN(Date.parse(until));
  const time = known ? timeText(until, zone, locale) : "";
  return (
    <div data-held className="rise mx-auto w-full max-w-md py-2 lg:mx-0">
      <div className="grid gap-4 rounded-xl border border-line bg-surface px-5 py-6 shadow-raised">
        <span
          aria-hidden
          className="flex size-12 items-center justify-center rounded-full bg-waiting-soft text-waiting"
        >
          <MailCheck className="size-6" />
        </span>
        <h2
          ref={heading}
          tabIndex={-1}
          className="font-display text-2xl leading-tight font-bold tracking-tight outline-none"
        >
          {t("title")}
        </h2>
        {known && (
          <p className="text-pretty">
            {email ? t("text", { email, time }) : t("textAlone", { time })}
          </p>
        )}
        <p className="text-sm text-pretty text-ink-soft">{t("spam")}</p>
      </div>
    </div>
  );
}
