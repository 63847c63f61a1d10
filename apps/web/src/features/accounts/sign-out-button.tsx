"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import type { ButtonLook } from "../../ui/button-class.ts";
import { useNotify } from "../../ui/toast.tsx";
import { useSentence } from "./problem.ts";
import { useSignOut } from "./use-sign-out.ts";

export function SignOutButton(look: ButtonLook) {
  const t = useTranslations("common");
  const notify = useNotify();
  const sentence = useSentence();
  const signOut = useSignOut();
  const busy = signOut.isPending || signOut.isSuccess;
  return (
    <Button
      {...look}
      busy={busy && t("signingOut")}
      onClick={() => signOut.mutate({}, { onError: (error) => notify.failed(sentence(error)) })}
    >
      <LogOut aria-hidden />
      {t("signOut")}
    </Button>
  );
}
