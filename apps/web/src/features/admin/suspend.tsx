"use client";

import { Lock, LockOpen } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { api } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogClose } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { useNotify } from "../../ui/toast.tsx";
import { useSentence } from "../accounts/problem.ts";

interface Props {
  id: string;
  name: string;
  suspended: boolean;
}

/** Closes a practice's page, with a reason that its professional reads; or opens it again. */
export function Suspend({ id, name, suspended }: Props) {
  const t = useTranslations("admin.suspend");
  const router = useRouter();
  const notify = useNotify();
  const sentence = useSentence();
  const lift = api.admin.unsuspendProfessional.useMutation({
    onSuccess: () => {
      notify.done(t("lifted", { name }));
      router.refresh();
    },
    onError: (error) => notify.failed(sentence(error)),
  });
  if (!suspended) return <SuspendDialog id={id} name={name} />;
  return (
    <Button
      variant="secondary"
      busy={lift.isPending && t("lifting")}
      onClick={() => lift.mutate({ id })}
    >
      <LockOpen aria-hidden />
      {t("lift")}
    </Button>
  );
}

function SuspendDialog({ id, name }: Omit<Props, "suspended">) {
  const t = useTranslations("admin.suspend");
  const common = useTranslations("common");
  const router = useRouter();
  const notify = useNotify();
  const sentence = useSentence();
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState(false);
  const suspend = api.admin.suspendProfessional.useMutation({
    onSuccess: () => {
      setOpen(false);
      notify.done(t("done", { name }));
      router.refresh();
    },
    onError: (error) => notify.failed(sentence(error)),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get("reason");
    const reason = typeof given === "string" ? given.trim() : "";
    setMissing(reason.length < 3);
    if (reason.length >= 3) suspend.mutate({ id, reason });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="danger">
          <Lock aria-hidden />
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
            type="submit"
            form="suspend"
            variant="danger"
            busy={suspend.isPending && t("running")}
          >
            {t("button")}
          </Button>
        </>
      }
    >
      <form id="suspend" noValidate onSubmit={submit}>
        <Field
          label={t("reason")}
          hint={t("reasonHint")}
          error={missing ? t("reasonMissing") : undefined}
        >
          <Textarea name="reason" maxLength={500} required />
        </Field>
      </form>
    </Dialog>
  );
}
