import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Outbox } from "../../../features/messaging/outbox/outbox.tsx";
import { ClientMessages } from "../../../i18n/client-messages.tsx";
import { DEFAULT_ZONE } from "../../../i18n/locales.ts";
import { TRPCProvider } from "../../../trpc/client.tsx";
import { api } from "../../../trpc/server.tsx";
import { PublicPage } from "../../public-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outbox"))("title"), robots: { index: false } };
}

/** Only where messages stay on this machine; elsewhere there is no such page. */
export default async function OutboxPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const tab = (await searchParams)["tab"] === "whatsapp" ? "whatsapp" : "mail";
  await api.messaging.listLocalMessages({ limit: 1 }).catch(() => notFound());
  return (
    <PublicPage>
      <div className="container-page py-8">
        <ClientMessages rooms={["outbox"]}>
          <TRPCProvider>
            <Outbox zone={DEFAULT_ZONE} now={new Date().toISOString()} tab={tab} />
          </TRPCProvider>
        </ClientMessages>
      </div>
    </PublicPage>
  );
}
