"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { ShieldCheck, TimerOff } from "lucide-react";
import { password } from "@odys/shared/accounts/schema";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { api } from "../../../trpc/client.tsx";
import { ButtonLink } from "../../../ui/button-link.tsx";
import { FormError } from "../../../ui/form/form-error.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { SubmitForm } from "../form/submit-form.tsx";
import { isProblem, useSentence } from "../problem.ts";
import { Arrive } from "./arrive.tsx";
import { AuthCard } from "./auth-card.tsx";
import { PasswordField } from "./password-field.tsx";

const schema = z.strictObject({ password });

/** A new password by a mailed link; every session of the account ends with it. */
export function Reset({ token }: { token: string }) {
  const t = useTranslations("auth.reset");
  const words = useTranslations("auth.password");
  const sentence = useSentence();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { password: "" } });
  const reset = api.accounts.resetPassword.useMutation({
    onError: (error) => isProblem(error, "PASSWORD_TOO_COMMON") && form.setFocus("password"),
  });
  if (reset.isSuccess)
    return (
      <Arrive>
        <AuthCard title={t("doneTitle")} lead={t("doneText")} icon={<ShieldCheck />}>
          <ButtonLink href="/sign-in" size="lg" wide>
            {t("signIn")}
          </ButtonLink>
        </AuthCard>
      </Arrive>
    );
  if (isProblem(reset.error, "LINK_EXPIRED") || isProblem(reset.error, "VALIDATION_ERROR"))
    return <ExpiredResetLink />;
  const tooCommon = isProblem(reset.error, "PASSWORD_TOO_COMMON");
  return (
    <AuthCard title={t("title")} lead={t("lead")}>
      <SubmitForm
        form={form}
        busy={reset.isPending}
        label={t("title")}
        onValid={(values) => reset.mutate({ token, ...values })}
      >
        <PasswordField
          control={form.control}
          name="password"
          label={words("new")}
          kind="new"
          serverError={tooCommon ? words("common") : undefined}
          onType={() => tooCommon && reset.reset()}
        />
        <FormError>{!tooCommon && sentence(reset.error)}</FormError>
        <SubmitButton size="lg" wide busy={reset.isPending && t("busy")}>
          {t("submit")}
        </SubmitButton>
      </SubmitForm>
    </AuthCard>
  );
}

/** The link was used, is too old, or lacks something: the way on is another one. */
export function ExpiredResetLink() {
  const t = useTranslations("auth.reset");
  return (
    <Arrive>
      <AuthCard title={t("expiredTitle")} lead={t("expiredText")} icon={<TimerOff />}>
        <ButtonLink href="/forgot" size="lg" wide>
          {t("again")}
        </ButtonLink>
      </AuthCard>
    </Arrive>
  );
}
