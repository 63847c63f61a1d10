"use client";

import { MailCheck, TimerOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/form/form-error.tsx";
import { useHydrated } from "../form/use-hydrated.ts";
import { isProblem, useSentence } from "../problem.ts";
import { AskMail } from "./ask-mail.tsx";
import { Arrive } from "./arrive.tsx";
import { AuthCard } from "./auth-card.tsx";
import { TextLink } from "./text-link.tsx";
import { useRememberedMail } from "./use-remembered-mail.ts";

/**
 * Uses up a mailed link when its button is pressed and not when the page is opened: programs that
 * look at mails open links, and some run their scripts.
 */
export function VerifyLink({ token }: { token: string }) {
  const t = useTranslations("auth.verify");
  const sentence = useSentence();
  const hydrated = useHydrated();
  const button = useRef<HTMLButtonElement>(null);
  const verify = api.accounts.verifyEmail.useMutation({
    onSuccess: () => location.replace("/onboarding"),
  });
  useEffect(() => button.current?.focus(), [hydrated]);

  if (isProblem(verify.error, "LINK_EXPIRED") || isProblem(verify.error, "VALIDATION_ERROR"))
    return <ExpiredLink />;
  const busy = verify.isPending || verify.isSuccess;
  return (
    <AuthCard title={t("title")} lead={t("text")} icon={<MailCheck />}>
      <div className="grid gap-4">
        <FormError>{sentence(verify.error)}</FormError>
        <Button
          ref={button}
          size="lg"
          wide
          disabled={!hydrated}
          busy={busy && t("busy")}
          onClick={() => verify.mutate({ token })}
        >
          {t("submit")}
        </Button>
      </div>
    </AuthCard>
  );
}

function ExpiredLink() {
  const t = useTranslations("auth.verify");
  const router = useRouter();
  const remembered = useRememberedMail();
  return (
    <Arrive>
      <AuthCard
        title={t("expiredTitle")}
        lead={t("expiredText")}
        icon={<TimerOff />}
        footer={<TextLink href="/sign-in">{t("signIn")}</TextLink>}
      >
        <AskMail initial={remembered ?? ""} onSent={() => router.replace("/verify")} />
      </AuthCard>
    </Arrive>
  );
}
