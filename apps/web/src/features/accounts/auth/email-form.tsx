"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { emailInput } from "@odys/shared/accounts/schema";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormError } from "../../../ui/form/form-error.tsx";
import { FormField } from "../../../ui/form/form-field.tsx";
import { Input } from "../../../ui/input.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { SubmitForm } from "../form/submit-form.tsx";
import { useSentence } from "../problem.ts";

interface Props {
  label: string;
  submit: string;
  busy: string | false;
  error: unknown;
  initial?: string;
  onEmail: (email: string) => void;
}

/** Asks for an address, to send something to it. */
export function EmailForm({ label, submit, busy, error, initial = "", onEmail }: Props) {
  const t = useTranslations("auth.signIn");
  const sentence = useSentence();
  const form = useForm({ resolver: zodResolver(emailInput), defaultValues: { email: initial } });
  return (
    <SubmitForm
      form={form}
      busy={busy !== false}
      label={label}
      onValid={({ email }) => onEmail(email)}
    >
      <FormField control={form.control} name="email" label={t("email")}>
        {(field) => <Input {...field} type="email" inputMode="email" autoComplete="email" />}
      </FormField>
      <FormError>{sentence(error)}</FormError>
      <SubmitButton size="lg" wide busy={busy}>
        {submit}
      </SubmitButton>
    </SubmitForm>
  );
}
