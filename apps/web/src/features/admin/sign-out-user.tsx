"use client";

import { LogOut } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogClose } from "../../ui/dialog.tsx";
import { useNotify } from "../../ui/toast.tsx";
import { useSentence } from "../accounts/problem.ts";

/** Ends all sessions of a person, after a question: it cannot be undone. */
export function SignOutUser({ id, name }: { id: string; name: string }) {
  const t = useTranslations("admin.signOut");
  const common = useTranslations("common");
  const router = useRouter();
  const notify = useNotify();
  const sentence = useSentence();
  const [open, setOpen] = useState(false);
  const signOut = api.admin.signOutUser.useMutation({
    onSuccess: () => {
      setOpen(false);
      notify.done(t("done", { name }));
      router.refresh();
    },
    onError: (error) => notify.failed(sentence(error)),
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="secondary">
          <LogOut aria-hidden />
          {t("open")}
        </Button>
      }
      title={t("title", { name })}
      description={t("text")}
      footer={
        <>
          <DialogClose asChild>
            <Button variant="secondary">{common("cancel")}</Button>
          </DialogClose>
          <Button
            variant="danger"
            busy={signOut.isPending && t("running")}
            onClick={() => signOut.mutate({ id })}
          >
            {t("button")}
          </Button>
        </>
      }
    />
  );
}
