import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LocalMailbox } from "../../../features/messaging/outbox/local-mailbox.tsx";
import { ClientMessages } from "../../../i18n/client-messages.tsx";
import { DEFAULT_ZONE } from "../../../i18n/locales.ts";
import { TRPCProvider } from "../../../trpc/client.tsx";
import { api } from "../../../trpc/server.tsx";
import { PublicPage } from "../../public-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outbox"))("title"), robots: { index: false } };
}

/** Only where mails stay on this machine; elsewhere there is no such page. */
export default async function OutboxPage() {
  await api.messaging.listLocalMessages({ limit: 1 }).catch(() => notFound());
  return (
    <PublicPage>
      <div className="container-page py-8">
        <ClientMessages rooms={["outbox"]}>
          <TRPCProvider>
            <LocalMailbox zone={DEFAULT_ZONE} now={new Date().toISOString()} />
          </TRPCProvider>
        </ClientMessages>
      </div>
    </PublicPage>
  );
}
