"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { Contact } from "@odys/shared/clients/schema";
import { createClientInput } from "@odys/shared/clients/schema";
import { formatPhone } from "@odys/shared/kernel/phone";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import { email } from "@odys/shared/kernel/wire";
import * as z from "zod";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { Sheet } from "../../../ui/dialog.tsx";
import { FormError } from "../../../ui/form/form-error.tsx";
import { FormField } from "../../../ui/form/form-field.tsx";
import { Input } from "../../../ui/input.tsx";
import { PhoneInput } from "../../../ui/phone-input.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { LeaveDialog } from "../../../ui/unsaved-guard.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { holderOf } from "./holder.ts";

const { name, phone } = createClientInput.shape;
/** As the form has it: no address is an empty field. */
const schema = z.strictObject({ name, phone, email: z.union([z.literal(""), email]) });

interface Props {
  /** Null for a new one. */
  client: Pick<Contact, "id" | "name" | "phone" | "email"> | null;
  onClose: () => void;
}

/** Somebody's name and how to reach them, to be filled in or changed. */
export function ClientSheet({ client, onClose }: Props) {
  const t = useTranslations("clients");
  const common = useTranslations("common");
  const formId = useId();
  const save = useSaveClient(onClose);
  const [leaving, setLeaving] = useState(false);
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name: client?.name ?? "",
      phone: client ? formatPhone(client.phone) : "",
      email: client?.email ?? "",
    },
  });
  const { isDirty } = form.formState;
  const close = () => (isDirty ? setLeaving(true) : onClose());
  return (
    <Sheet
      open
      onOpenChange={(open) => open || close()}
      title={client ? t("editTitle") : t("add")}
      footer={
        <Button type="submit" form={formId} busy={save.isPending && common("saving")}>
          {client ? common("save") : t("addButton")}
        </Button>
      }
    >
      <form
        id={formId}
        noValidate
        className="grid gap-5"
        onSubmit={(event) =>
          void form.handleSubmit((input) => save.mutate(client?.id ?? null, input))(event)
        }
      >
        <FormField control={form.control} name="name" label={t("name")}>
          {(field) => <Input {...field} autoComplete="off" />}
        </FormField>
        <FormField control={form.control} name="phone" label={t("phone")} hint={t("phoneHint")}>
          {({ onChange, ...field }) => (
            <PhoneInput {...field} autoComplete="off" onValueChange={onChange} />
          )}
        </FormField>
        <FormField
          control={form.control}
          name="email"
          label={t("email")}
          hint={t("emailHint")}
          optional
        >
          {(field) => <Input {...field} type="email" inputMode="email" autoComplete="off" />}
        </FormField>
        <SaveProblem error={save.error} onLeave={onClose} />
      </form>
      <LeaveDialog open={leaving} onStay={() => setLeaving(false)} onLeave={onClose} />
    </Sheet>
  );
}

/** A number is one client's: the other one is a tap away. */
function SaveProblem({ error, onLeave }: { error: unknown; onLeave: () => void }) {
  const t = useTranslations("clients");
  const sentence = useSentence();
  const holder = holderOf(error);
  if (!holder) return <FormError>{sentence(error)}</FormError>;
  return (
    <FormError>
      {t("taken", { name: holder.name })}{" "}
      <Link
        href={`/dashboard/clients/${holder.id}`}
        onClick={onLeave}
        className="font-medium underline"
      >
        {t("takenOpen", { name: holder.name })}
      </Link>
    </FormError>
  );
}

function useSaveClient(onDone: () => void) {
  const t = useTranslations("clients");
  const notify = useNotify();
  const router = useRouter();
  const utils = api.useUtils();
  const settled = { onSettled: () => utils.clients.invalidate() };
  const create = api.clients.create.useMutation({
    onSuccess: (made) => {
      notify.done(t("added", { name: made.name }));
      onDone();
      router.push(`/dashboard/clients/${made.id}`);
    },
    ...settled,
  });
  const update = api.clients.update.useMutation({
    onSuccess: (saved) => {
      notify.done(t("saved", { name: saved.name }));
      onDone();
    },
    ...settled,
  });
  return {
    isPending: create.isPending || update.isPending,
    error: create.error ?? update.error,
    mutate(id: string | null, values: z.output<typeof schema>) {
      const input = { ...values, email: values.email || null };
      if (id === null) create.mutate(input);
      else update.mutate({ id, ...input });
    },
  };
}
