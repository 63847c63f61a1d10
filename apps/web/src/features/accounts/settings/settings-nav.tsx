import { useTranslations } from "next-intl";

const SECTIONS = [
  "profile",
  "slug",
  "work",
  "policies",
  "mails",
  "look",
  "devices",
  "account",
] as const;

/** The sections of a long page, one tap away wherever one is on it. */
export function SettingsNav() {
  const t = useTranslations("settings.nav");
  return (
    <nav
      aria-label={t("label")}
      className="sticky top-0 z-20 -mx-4 mb-6 overflow-x-auto border-b border-line bg-paper px-4 [scrollbar-width:none] md:mx-0 md:px-0"
    >
      <ul className="flex w-max gap-1">
        {SECTIONS.map((section) => (
          <li key={section}>
            <a
              href={`#${section}`}
              className="inline-flex min-h-11 items-center rounded-md px-3 text-[0.9375rem] font-medium whitespace-nowrap text-ink-soft hover:bg-sunken hover:text-ink focus-visible:-outline-offset-2"
            >
              {t(section)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
