import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotificationList } from "../../../features/messaging/notifications/notification-list.tsx";
import { api, HydrateClient } from "../../../trpc/server.tsx";
import { practiceOf } from "../practice.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

export default async function NotificationsPage() {
  const [{ zone }] = await Promise.all([
    practiceOf(),
    api.messaging.listNotifications.prefetchInfinite({}),
  ]);
  return (
    <HydrateClient>
      <NotificationList zone={zone} now={new Date().toISOString()} />
    </HydrateClient>
  );
}
