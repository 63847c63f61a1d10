import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotificationList } from "../../../features/messaging/notifications/notification-list.tsx";
import { api, HydrateClient } from "../../../trpc/server.tsx";
import { personOf } from "../person.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

export default async function ClientNotificationsPage() {
  await Promise.all([
    personOf("/c/notifications"),
    api.messaging.listNotifications.prefetchInfinite({}),
  ]);
  return (
    <HydrateClient>
      <NotificationList zone="America/Sao_Paulo" now={new Date().toISOString()} />
    </HydrateClient>
  );
}
