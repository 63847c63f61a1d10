import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocaleSwitch } from "../locale-switch.tsx";
import { Wordmark } from "../logo.tsx";
import { PlainLink } from "../plain-link.tsx";
import type { Theme } from "../theme.ts";
import { ThemeToggle } from "../theme-toggle.tsx";
import { SkipLink } from "./skip-link.tsx";

interface Props {
  theme: Theme;
  localeCookie: string;
  /** Links of the header, beside the language. On a phone they stand in the footer only. */
  nav?: ReactNode;
  /** What a visitor can do, at the right end of the header. */
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** Header, content and footer of pages that need no account. */
export function PublicShell({ theme, localeCookie, nav, actions, footer, children }: Props) {
  const t = useTranslations("common");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="container-page flex h-18 items-center gap-2">
        <PlainLink href="/" className="-ml-2 rounded-md p-2" aria-label={t("brand")}>
          <Wordmark />
        </PlainLink>
        {nav && (
          <nav aria-label={t("mainNavigation")} className="ml-6 hidden items-center gap-1 md:flex">
            {nav}
          </nav>
        )}
        <div className="ml-auto flex items-center gap-1">
          <LocaleSwitch cookie={localeCookie} className="max-sm:sr-only max-sm:focus:not-sr-only" />
          {actions}
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <footer className="border-t border-line">
        <div className="container-page flex flex-wrap items-center gap-x-6 gap-y-4 py-8 text-sm text-ink-soft">
          <p className="w-full sm:w-auto">{t("tagline")}</p>
          {footer}
          <div className="flex items-center gap-2 sm:ml-auto">
            <LocaleSwitch cookie={localeCookie} className="-ml-3 sm:hidden" />
            <ThemeToggle initial={theme} />
          </div>
        </div>
      </footer>
    </div>
  );
}

/** A quiet link of a header or footer, high enough for a thumb. */
export function ShellLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <PlainLink
      href={href}
      className="inline-flex min-h-11 items-center rounded-md px-3 text-[0.9375rem] text-ink-soft hover:text-ink max-sm:px-0 md:px-3"
    >
      {children}
    </PlainLink>
  );
}
