import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WhatsAppBanner } from "../../../../features/messaging/connection/whatsapp-banner.tsx";
import { MessageSettings } from "../../../../features/messaging/settings/message-settings.tsx";
import { ClientMessages } from "../../../../i18n/client-messages.tsx";
import { api, HydrateClient } from "../../../../trpc/server.tsx";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { practiceOf } from "../../practice.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messageSettings"))("title") };
}

export default async function MessageSettingsPage() {
  const [{ name, zone }, { locale }, t, standing] = await Promise.all([
    practiceOf(),
    api.accounts.getProfile(),
    getTranslations("messageSettings"),
    api.messaging.getConnection({}),
    api.messaging.getSettings.prefetch({}),
  ]);
  await api.messaging.listTemplates.prefetch({ locale });
  return (
    <HydrateClient>
      <ClientMessages rooms={["messageSettings", "services"]}>
        <PageHeader title={t("title")} text={t("lead")} />
        <WhatsAppBanner standing={standing} zone={zone} now={new Date().toISOString()} />
        <MessageSettings sender={{ professionalName: name, zone }} language={locale} />
      </ClientMessages>
    </HydrateClient>
  );
}
