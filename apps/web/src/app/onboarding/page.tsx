import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Wizard } from "../../features/accounts/onboarding/wizard.tsx";
import { getContainer } from "../../server/container.ts";
import { api, HydrateClient } from "../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("onboarding");
  return { title: t("meta") };
}

export default async function OnboardingPage() {
  const [me, container] = await Promise.all([api.accounts.me(), getContainer()]);
  if (!me) redirect("/sign-in?next=/onboarding");
  if (me.professional) redirect("/dashboard");
  await api.accounts.getOnboarding.prefetch();
  const { host } = new URL(container.services.settings.origin);
  return (
    <HydrateClient>
      <Wizard user={me.user} host={host} />
    </HydrateClient>
  );
}
