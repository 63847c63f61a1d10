import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageOpen } from "../../../features/accounts/onboarding/page-open.tsx";
import { getContainer } from "../../../server/container.ts";
import { api } from "../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("onboarding.open");
  return { title: t("meta") };
}

export default async function PageOpenPage() {
  const [me, container] = await Promise.all([api.accounts.me(), getContainer()]);
  if (!me) redirect("/sign-in?next=/onboarding");
  if (!me.professional) redirect("/onboarding");
  const path = `/p/${me.professional.slug}`;
  return <PageOpen path={path} url={new URL(path, container.services.settings.origin).href} />;
}
