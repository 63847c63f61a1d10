"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { signInInput } from "@odys/shared/accounts/schema";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { api } from "../../../trpc/client.tsx";
import { FormError } from "../../../ui/form/form-error.tsx";
import { FormField } from "../../../ui/form/form-field.tsx";
import { Input } from "../../../ui/input.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { SubmitForm } from "../form/submit-form.tsx";
import { isProblem, useSentence } from "../problem.ts";
import { PasswordField } from "./password-field.tsx";
import { rememberMail } from "./pending-mail.ts";
import { Resend } from "./resend.tsx";
import { TextLink } from "./text-link.tsx";

/** `next`: a path that `nextPath` has let through, or null for where the account's work is. */
export function SignInForm({ next }: { next: string | null }) {
  const t = useTranslations("auth.signIn");
  const words = useTranslations("auth.password");
  const sentence = useSentence();
  const utils = api.useUtils();
  const [unverified, setUnverified] = useState<string | null>(null);
  const form = useForm({
    resolver: zodResolver(signInInput),
    defaultValues: { email: "", password: "" },
  });
  const signIn = api.accounts.signIn.useMutation({
    onMutate: () => setUnverified(null),
    onSuccess: async () => {
      const me = await utils.accounts.me.fetch();
      // A whole new page: nothing that was loaded for nobody stays.
      location.assign(next ?? (me?.professional ? "/dashboard" : "/onboarding"));
    },
    onError: (error, { email }) => {
      if (isProblem(error, "EMAIL_NOT_VERIFIED")) {
        rememberMail(email);
        setUnverified(email);
      } else if (isProblem(error, "INVALID_CREDENTIALS")) {
        form.setFocus("password", { shouldSelect: true });
      }
    },
  });
  const busy = signIn.isPending || signIn.isSuccess;
  const wrong = isProblem(signIn.error, "INVALID_CREDENTIALS");
  return (
    <SubmitForm form={form} busy={busy} label={t("title")} onValid={(v) => signIn.mutate(v)}>
      <FormField control={form.control} name="email" label={t("email")}>
        {(field) => <Input {...field} type="email" inputMode="email" autoComplete="username" />}
      </FormField>
      <div>
        <PasswordField
          control={form.control}
          name="password"
          label={words("label")}
          kind="current"
        />
        <TextLink href="/forgot" className="mt-1.5 -mb-3 text-[0.9375rem]">
          {t("forgot")}
        </TextLink>
      </div>
      <FormError>
        {unverified ? t("unverified") : wrong ? t("wrong") : sentence(signIn.error)}
      </FormError>
      {unverified && <Resend email={unverified} label={t("resend")} />}
      <SubmitButton size="lg" wide busy={busy && t("busy")}>
        {t("submit")}
      </SubmitButton>
    </SubmitForm>
  );
}
