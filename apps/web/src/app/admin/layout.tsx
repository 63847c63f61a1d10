import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AdminMenu } from "../../features/admin/admin-menu.tsx";
import { AdminNav } from "../../features/admin/admin-nav.tsx";
import { ClientMessages } from "../../i18n/client-messages.tsx";
import { LOCALE_COOKIE } from "../../i18n/locales.ts";
import { TRPCProvider } from "../../trpc/client.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Wordmark } from "../../ui/logo.tsx";
import { SkipLink } from "../../ui/shell/skip-link.tsx";
import { pickTheme, THEME_COOKIE } from "../../ui/theme.ts";
import { Toaster } from "../../ui/toast.tsx";
import { adminOf } from "./admin.ts";

export const metadata: Metadata = { robots: { index: false } };

/** The platform's own rooms. Who may see what is decided by the procedures. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [{ name }, t, jar] = await Promise.all([adminOf(), getTranslations("admin"), cookies()]);
  const menu = {
    name,
    theme: pickTheme(jar.get(THEME_COOKIE)?.value),
    localeCookie: LOCALE_COOKIE,
  };
  const home = (
    <Link href="/admin" className="flex items-center gap-2 rounded-md p-2">
      <Wordmark />
      <Badge>{t("badge")}</Badge>
    </Link>
  );
  return (
    <ClientMessages rooms={["admin"]}>
      <TRPCProvider>
        <div className="min-h-dvh md:grid md:grid-cols-[15rem_minmax(0,1fr)]">
          <SkipLink />
          <aside className="sticky top-0 hidden h-dvh flex-col border-r border-line bg-surface p-3 md:flex">
            <div className="mb-4">{home}</div>
            <AdminNav />
            <div className="mt-auto">
              <AdminMenu {...menu} />
            </div>
          </aside>
          <div className="flex min-w-0 flex-col">
            <header className="flex h-14 items-center justify-between pr-2 pl-2 md:hidden">
              {home}
              <AdminMenu {...menu} compact />
            </header>
            <AdminNav className="pushable border-b border-line px-2 pb-1 md:hidden" />
            <main
              id="content"
              tabIndex={-1}
              className="mx-auto w-full max-w-6xl flex-1 px-4 pt-5 pb-24 outline-none md:px-10 md:pt-10 md:pb-16"
            >
              {children}
            </main>
          </div>
          <Toaster />
        </div>
      </TRPCProvider>
    </ClientMessages>
  );
}
