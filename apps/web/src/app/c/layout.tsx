import { Bell, CalendarDays, MessageCircle } from "lucide-react";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMenu } from "../../features/messaging/client/client-menu.tsx";
import { UnreadBadge } from "../../features/messaging/notifications/unread-badge.tsx";
import { LiveMessages } from "../../features/messaging/talk/live-messages.tsx";
import { UnreadMessages } from "../../features/messaging/talk/unread-messages.tsx";
import { ClientMessages } from "../../i18n/client-messages.tsx";
import { LOCALE_COOKIE } from "../../i18n/locales.ts";
import { TRPCProvider } from "../../trpc/client.tsx";
import { api, HydrateClient } from "../../trpc/server.tsx";
import { AppShell } from "../../ui/shell/app-shell.tsx";
import { pickTheme, THEME_COOKIE } from "../../ui/theme.ts";
import { personOf } from "./person.ts";

/** The rooms of whoever is somebody's client: what they have booked, what they write with their professionals, and their news. */
export default async function ClientLayout({ children }: { children: ReactNode }) {
  const [{ name }, t, jar] = await Promise.all([
    personOf("/c/messages"),
    getTranslations("common.nav"),
    cookies(),
  ]);
  await Promise.all([
    api.messaging.countUnread.prefetch({}),
    api.messaging.countUnreadMessages.prefetch({ side: "client" }),
  ]);
  const theme = pickTheme(jar.get(THEME_COOKIE)?.value);
  const menu = { name, theme, localeCookie: LOCALE_COOKIE };
  return (
    <ClientMessages rooms={["messages", "notifications", "calendarFeed"]}>
      <TRPCProvider>
        <HydrateClient>
          <LiveMessages />
          <AppShell
            home="/c/messages"
            nav={[
              {
                href: "/c/appointments",
                label: t("appointments"),
                icon: <CalendarDays aria-hidden />,
              },
              {
                href: "/c/messages",
                label: t("messages"),
                icon: <MessageCircle aria-hidden />,
                badge: <UnreadMessages side="client" />,
              },
              {
                href: "/c/notifications",
                label: t("notifications"),
                icon: <Bell aria-hidden />,
                badge: <UnreadBadge />,
              },
            ]}
            profile={<ClientMenu {...menu} />}
            profileCompact={<ClientMenu {...menu} compact />}
          >
            {children}
          </AppShell>
        </HydrateClient>
      </TRPCProvider>
    </ClientMessages>
  );
}
