"use client";

import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { EmailForm } from "./email-form.tsx";
import { rememberMail } from "./pending-mail.ts";

/** Asks which address waits for a confirmation link, and has one sent. */
export function AskMail({
  initial = "",
  onSent,
}: {
  initial?: string;
  onSent: (email: string) => void;
}) {
  const t = useTranslations("auth.mail");
  const resend = api.accounts.resendVerification.useMutation({
    onSuccess: (_, { email }) => {
      rememberMail(email);
      onSent(email);
    },
  });
  return (
    <EmailForm
      label={t("askTitle")}
      submit={t("send")}
      busy={resend.isPending && t("resending")}
      error={resend.error}
      initial={initial}
      onEmail={(email) => resend.mutate({ email })}
    />
  );
}
