"use client";

import { MailCheck, MailQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { AskMail } from "./ask-mail.tsx";
import { AuthCard } from "./auth-card.tsx";
import { Resend } from "./resend.tsx";
import { TextLink } from "./text-link.tsx";
import { useRememberedMail } from "./use-remembered-mail.ts";

/** A mail is on its way; for whoever comes without an address, where to ask for one. */
export function CheckMail({ hint }: { hint?: ReactNode }) {
  const t = useTranslations("auth.mail");
  const remembered = useRememberedMail();
  const [asked, setAsked] = useState<string | null>(null);
  const email = asked ?? remembered;
  // Only the tab knows: until its script runs, nothing wrong is shown.
  if (email === null) return <AuthCard title={t("meta")} />;
  if (email === "")
    return (
      <AuthCard title={t("askTitle")} lead={t("askText")} icon={<MailQuestion />} footer={hint}>
        <AskMail onSent={setAsked} />
      </AuthCard>
    );
  return (
    <AuthCard
      title={t("title")}
      icon={<MailCheck />}
      lead={t.rich("text", { email, b: (text) => <Address>{text}</Address> })}
      footer={hint}
    >
      <p className="mb-3 text-ink-soft">{t("spam")}</p>
      <Resend key={email} email={email} label={t("resend")} waiting />
      <p className="mt-2">
        <TextLink href="/sign-up">{t("other")}</TextLink>
      </p>
    </AuthCard>
  );
}

/** An e-mail address in a sentence: it may be longer than the line. */
export function Address({ children }: { children: ReactNode }) {
  return <b className="font-semibold wrap-anywhere text-ink">{children}</b>;
}
