import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Forgot } from "../../../features/accounts/auth/forgot.tsx";
import { MailHint } from "../_server/mail-hint.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.forgot");
  return { title: t("meta") };
}

export default function ForgotPage() {
  return <Forgot hint={<MailHint />} />;
}
