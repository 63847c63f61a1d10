"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { useSentence } from "../problem.ts";

/** Seconds between two mails: time for the first one to arrive. */
const PAUSE = 30;

/** Sends the confirmation link once more, and says so. `waiting`: a mail has just gone out. */
export function Resend({
  email,
  label,
  waiting = false,
}: {
  email: string;
  label: string;
  waiting?: boolean;
}) {
  const t = useTranslations("auth.mail");
  const sentence = useSentence();
  const [pause, setPause] = useState(waiting ? PAUSE : 0);
  const resend = api.accounts.resendVerification.useMutation({
    onSuccess: () => setPause(PAUSE),
  });
  useEffect(() => {
    if (pause === 0) return;
    const timer = setTimeout(() => setPause(pause - 1), 1000);
    return () => clearTimeout(timer);
  }, [pause]);
  return (
    <div className="grid gap-2">
      <Button
        variant="secondary"
        wide
        busy={resend.isPending && t("resending")}
        disabled={pause > 0}
        className="tabular-nums"
        onClick={() => resend.mutate({ email })}
      >
        {pause > 0 ? t("wait", { seconds: pause }) : label}
      </Button>
      <p aria-live="polite" className="text-sm text-ink-soft">
        {resend.isSuccess && t("resent")}
        {resend.isError && <span className="text-bad">{sentence(resend.error)}</span>}
      </p>
    </div>
  );
}
