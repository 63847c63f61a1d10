import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "../../../features/accounts/auth/auth-card.tsx";
import { SignUpForm } from "../../../features/accounts/auth/sign-up-form.tsx";
import { TextLink } from "../../../features/accounts/auth/text-link.tsx";
import { leaveWhenSignedIn } from "../_server/signed-in.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signUp");
  return { title: t("meta") };
}

export default async function SignUpPage() {
  const [t] = await Promise.all([getTranslations("auth.signUp"), leaveWhenSignedIn(null)]);
  return (
    <AuthCard
      title={t("title")}
      lead={t("lead")}
      footer={
        <>
          {t("have")} <TextLink href="/sign-in">{t("signIn")}</TextLink>
        </>
      }
    >
      <SignUpForm />
    </AuthCard>
  );
}
