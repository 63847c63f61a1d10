"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { registerInput } from "@odys/shared/accounts/schema";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { api } from "../../../trpc/client.tsx";
import { FormError } from "../../../ui/form/form-error.tsx";
import { FormField } from "../../../ui/form/form-field.tsx";
import { Input } from "../../../ui/input.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { SubmitForm } from "../form/submit-form.tsx";
import { isProblem, useSentence } from "../problem.ts";
import { PasswordField } from "./password-field.tsx";
import { rememberMail } from "./pending-mail.ts";

/** Name, e-mail, password. Whatever the address, the answer is the same: look into your mail. */
export function SignUpForm() {
  const t = useTranslations("auth.signUp");
  const words = useTranslations("auth.password");
  const sentence = useSentence();
  const router = useRouter();
  const form = useForm({
    resolver: zodResolver(registerInput),
    defaultValues: { name: "", email: "", password: "" },
  });
  const [name, email] = useWatch({ control: form.control, name: ["name", "email"] });
  const register = api.accounts.register.useMutation({
    onSuccess: (_, input) => {
      rememberMail(input.email);
      router.push("/verify");
    },
    onError: (error) => isProblem(error, "PASSWORD_TOO_COMMON") && form.setFocus("password"),
  });
  const tooCommon = isProblem(register.error, "PASSWORD_TOO_COMMON");
  const busy = register.isPending || register.isSuccess;
  return (
    <SubmitForm form={form} busy={busy} label={t("title")} onValid={(v) => register.mutate(v)}>
      <FormField control={form.control} name="name" label={t("name")}>
        {(field) => <Input {...field} autoComplete="name" />}
      </FormField>
      <FormField control={form.control} name="email" label={t("email")} hint={t("emailHint")}>
        {(field) => <Input {...field} type="email" inputMode="email" autoComplete="email" />}
      </FormField>
      <PasswordField
        control={form.control}
        name="password"
        label={words("label")}
        kind="new"
        about={[name, email]}
        serverError={tooCommon ? words("common") : undefined}
        onType={() => tooCommon && register.reset()}
      />
      <FormError>{!tooCommon && sentence(register.error)}</FormError>
      <SubmitButton size="lg" wide busy={busy && t("busy")}>
        {t("submit")}
      </SubmitButton>
    </SubmitForm>
  );
}
