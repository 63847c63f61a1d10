"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useSectionInView } from "./use-section-in-view.ts";

const SECTIONS = [
  "profile",
  "slug",
  "work",
  "policies",
  "mails",
  "calendar",
  "look",
  "devices",
  "account",
] as const;

/** The sections of a long page, one tap away wherever one is on it; the one that is read is marked. */
export function SettingsNav() {
  const t = useTranslations("settings.nav");
  const current = useSectionInView(SECTIONS);
  const row = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>("[aria-current]")?.parentElement;
    if (!row.current || !here) return;
    // Not scrollIntoView, which would stop the page's own way to where a link leads.
    const middle = here.offsetLeft - (row.current.clientWidth - here.offsetWidth) / 2;
    row.current.scrollTo({ left: middle });
  }, [current]);
  return (
    <nav
      aria-label={t("label")}
      className="sticky top-0 z-20 -mx-4 mb-6 border-b border-line bg-paper md:mx-0"
    >
      <ul ref={row} className="relative flex gap-1 pushable px-4 md:px-0">
        {SECTIONS.map((section) => (
          <li key={section} className="shrink-0">
            <a
              href={`#${section}`}
              aria-current={section === current ? "location" : undefined}
              className="inline-flex min-h-11 items-center border-b-2 border-transparent px-3 text-[0.9375rem] font-medium whitespace-nowrap text-ink-soft hover:text-ink focus-visible:-outline-offset-2 aria-[current]:border-action aria-[current]:text-ink"
            >
              {t(section)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
