import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CheckMail } from "../../../features/accounts/auth/check-mail.tsx";
import { VerifyLink } from "../../../features/accounts/auth/verify-link.tsx";
import { MailHint } from "../_server/mail-hint.tsx";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.mail");
  return { title: t("meta"), referrer: "no-referrer" };
}

export default async function VerifyPage({ searchParams }: Props) {
  const { token } = await searchParams;
  if (typeof token === "string") return <VerifyLink token={token} />;
  return <CheckMail hint={<MailHint />} />;
}
