import type { Locale } from "@odys/shared/kernel/wire";

// The values are repeated here so that no page ships the schema library for a list of two words.
export const LOCALES = ["pt-BR", "en"] as const satisfies readonly Locale[];
/** Each language in itself: whoever is lost in the other one finds the way back. */
export const LANGUAGES: Record<Locale, string> = { "pt-BR": "Português", en: "English" };
export const DEFAULT_LOCALE: Locale = "pt-BR";
export const DEFAULT_ZONE = "America/Sao_Paulo";
export const LOCALE_COOKIE = "odys_locale";

export function isLocale(text: string | undefined): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** The best language for a reader: their choice, then what their browser asks for, then Portuguese. */
export function pickLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  const wishes = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const q = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { language } of wishes) {
    const match = LOCALES.find((locale) => locale.split("-")[0] === language);
    if (match) return match;
  }
  return DEFAULT_LOCALE;
}
