"use client";

import { MailCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { api } from "../../../trpc/client.tsx";
import { Arrive } from "./arrive.tsx";
import { AuthCard } from "./auth-card.tsx";
import { Address } from "./check-mail.tsx";
import { EmailForm } from "./email-form.tsx";
import { TextLink } from "./text-link.tsx";
import { useRememberedMail } from "./use-remembered-mail.ts";

/** Asks for a link to choose another password. The answer does not depend on the address. */
export function Forgot({ hint }: { hint?: ReactNode }) {
  const t = useTranslations("auth.forgot");
  const remembered = useRememberedMail();
  const request = api.accounts.requestPasswordReset.useMutation();
  const back = <TextLink href="/sign-in">{t("back")}</TextLink>;
  if (request.isSuccess)
    return (
      <Arrive>
        <AuthCard
          title={t("sentTitle")}
          icon={<MailCheck />}
          lead={t.rich("sentText", {
            email: request.variables.email,
            b: (text) => <Address>{text}</Address>,
          })}
          footer={hint}
        >
          {back}
        </AuthCard>
      </Arrive>
    );
  return (
    <AuthCard title={t("title")} lead={t("lead")} footer={back}>
      <EmailForm
        key={remembered}
        label={t("title")}
        submit={t("submit")}
        busy={request.isPending && t("busy")}
        error={request.error}
        initial={remembered ?? ""}
        onEmail={(email) => request.mutate({ email })}
      />
    </AuthCard>
  );
}
