import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Wordmark } from "../logo.tsx";
import { NavLink, type NavItem } from "./nav-link.tsx";
import { Toaster } from "../toast.tsx";
import { SkipLink } from "./skip-link.tsx";

interface Props {
  home: string;
  /** Three to five that are not for the menu: all of them fit at the bottom of a phone. */
  nav: readonly NavItem[];
  /** Who is signed in: a menu. On a phone at the top right, on a desktop at the foot of the rail. */
  profile: ReactNode;
  profileCompact: ReactNode;
  /** The way to everything: a field of the rail; on a phone an icon of the header. */
  search?: ReactNode;
  searchCompact?: ReactNode;
  /** The main action of the room; on a phone it floats where the right thumb is. */
  action?: ReactNode;
  children: ReactNode;
}

/** The signed-in app: a rail at the left on a desktop, tabs at the bottom on a phone. */
export function AppShell(props: Props) {
  const { home, nav, profile, profileCompact, search, searchCompact, action, children } = props;
  const t = useTranslations("common");
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink />
      <aside className="sticky top-0 hidden h-dvh flex-col border-r border-line bg-surface p-3 md:flex">
        <Link href={home} className="mb-4 rounded-md p-3" aria-label={t("brand")}>
          <Wordmark />
        </Link>
        {search}
        {action && <div className="mb-4 grid">{action}</div>}
        <nav aria-label={t("mainNavigation")} className="grid gap-1">
          {nav.map((item) => (
            <NavLink key={item.href} item={item} place="rail" />
          ))}
        </nav>
        <div className="mt-auto">{profile}</div>
      </aside>

      <div className="flex min-w-0 flex-col">
        <header className="flex h-14 items-center justify-between pr-2 pl-4 md:hidden">
          <Link href={home} className="-ml-2 rounded-md p-2" aria-label={t("brand")}>
            <Wordmark />
          </Link>
          <div className="flex items-center gap-1">
            {searchCompact}
            {profileCompact}
          </div>
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-4xl flex-1 px-4 pt-2 pb-40 outline-none md:px-10 md:pt-10 md:pb-16 has-data-wide:max-w-none has-data-wide:p-0"
        >
          {children}
        </main>
      </div>

      <nav
        aria-label={t("mainNavigation")}
        className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        {action && (
          <div className="absolute right-4 bottom-full mb-4 rounded-md shadow-float">{action}</div>
        )}
        {nav
          .filter(({ menu }) => !menu)
          .map((item) => (
            <NavLink key={item.href} item={item} place="tabs" />
          ))}
      </nav>
      <Toaster />
    </div>
  );
}
