import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "../../../features/accounts/auth/auth-card.tsx";
import { SignInForm } from "../../../features/accounts/auth/sign-in-form.tsx";
import { TextLink } from "../../../features/accounts/auth/text-link.tsx";
import { nextPath } from "../../../features/accounts/next-path.ts";
import { leaveWhenSignedIn } from "../_server/signed-in.ts";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("meta") };
}

export default async function SignInPage({ searchParams }: Props) {
  const next = nextPath((await searchParams)["next"]);
  const [t] = await Promise.all([getTranslations("auth.signIn"), leaveWhenSignedIn(next)]);
  return (
    <AuthCard
      title={t("title")}
      lead={t("lead")}
      footer={
        <>
          {t("none")} <TextLink href="/sign-up">{t("signUp")}</TextLink>
        </>
      }
    >
      <SignInForm next={next} />
    </AuthCard>
  );
}
