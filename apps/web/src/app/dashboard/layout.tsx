import { Bell, Briefcase, CalendarDays, Clock, MessageCircle, Sun, Users } from "lucide-react";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountMenu } from "../../features/accounts/account-menu.tsx";
import { SuspensionNote } from "../../features/accounts/practice/suspension-note.tsx";
import { Live } from "../../features/booking/calendar/live.tsx";
import { PaletteButton } from "../../features/booking/palette/palette-button.tsx";
import { PaletteHost } from "../../features/booking/palette/palette-host.tsx";
import { UnreadBadge } from "../../features/messaging/notifications/unread-badge.tsx";
import { LiveMessages } from "../../features/messaging/talk/live-messages.tsx";
import { UnreadMessages } from "../../features/messaging/talk/unread-messages.tsx";
import { ClientMessages } from "../../i18n/client-messages.tsx";
import { LOCALE_COOKIE } from "../../i18n/locales.ts";
import { RegisterWorker } from "../../pwa/register.tsx";
import { getContainer } from "../../server/container.ts";
import { TRPCProvider } from "../../trpc/client.tsx";
import { api, HydrateClient } from "../../trpc/server.tsx";
import { AppShell } from "../../ui/shell/app-shell.tsx";
import type { NavItem } from "../../ui/shell/nav-link.tsx";
import { pickTheme, THEME_COOKIE } from "../../ui/theme.ts";
import { practiceOf } from "./practice.ts";

/** The professional's rooms. Who may see what is decided by the procedures; here people are only shown the way. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const [{ name, slug, avatarUrl, suspension }, t, jar, { services }] = await Promise.all([
    practiceOf(),
    getTranslations("common.nav"),
    cookies(),
    getContainer(),
  ]);
  await Promise.all([
    api.messaging.countUnread.prefetch({}),
    api.messaging.countUnreadMessages.prefetch({ side: "professional" }),
  ]);
  const menu = {
    name,
    slug,
    picture: avatarUrl,
    theme: pickTheme(jar.get(THEME_COOKIE)?.value),
    localeCookie: LOCALE_COOKIE,
  };
  return (
    <ClientMessages
      rooms={[
        "booking",
        "dashboard",
        "calendar",
        "services",
        "hours",
        "explain",
        "notifications",
        "settings",
        "install",
        "palette",
        "professions",
        "professionGroups",
      ]}
    >
      <TRPCProvider>
        <RegisterWorker enabled={services.settings.production} />
        <HydrateClient>
          <Live />
          <LiveMessages />
          <PaletteHost
            slug={slug}
            url={new URL(`/p/${slug}`, services.settings.origin).href}
            theme={menu.theme}
          />
          <AppShell
            home="/dashboard"
            nav={navOf(t)}
            search={<PaletteButton />}
            searchCompact={<PaletteButton compact />}
            profile={<AccountMenu {...menu} />}
            profileCompact={<AccountMenu {...menu} compact />}
          >
            <SuspensionNote suspension={suspension} />
            {children}
          </AppShell>
        </HydrateClient>
      </TRPCProvider>
    </ClientMessages>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"common.nav">>>;

/** The ways of the shell; a phone has five of them as tabs. */
function navOf(t: Words): NavItem[] {
  return [
    {
      href: "/dashboard",
      label: t("today"),
      icon: <Sun aria-hidden />,
      exact: true,
    },
    {
      href: "/dashboard/agenda",
      label: t("agenda"),
      icon: <CalendarDays aria-hidden />,
    },
    { href: "/dashboard/clients", label: t("clients"), icon: <Users aria-hidden /> },
    {
      href: "/dashboard/messages",
      label: t("messages"),
      icon: <MessageCircle aria-hidden />,
      badge: <UnreadMessages side="professional" />,
    },
    {
      href: "/dashboard/services",
      label: t("services"),
      icon: <Briefcase aria-hidden />,
      menu: true,
    },
    {
      href: "/dashboard/hours",
      label: t("hours"),
      icon: <Clock aria-hidden />,
      menu: true,
    },
    {
      href: "/dashboard/notifications",
      label: t("notifications"),
      icon: <Bell aria-hidden />,
      badge: <UnreadBadge />,
    },
  ];
}
