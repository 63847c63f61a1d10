import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExpiredResetLink, Reset } from "../../../features/accounts/auth/reset.tsx";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.reset");
  return { title: t("meta"), referrer: "no-referrer" };
}

export default async function ResetPage({ searchParams }: Props) {
  const { token } = await searchParams;
  return typeof token === "string" ? <Reset token={token} /> : <ExpiredResetLink />;
}
