import type { Money } from "@odys/shared/kernel/money";
import type { Instant } from "../../../ui/when.ts";

/**
 * Dates and amounts as this page says them. No schema library comes along: the digits of a
 * currency's minor unit are known to the browser.
 */
const made = new Map<string, Intl.DateTimeFormat>();

function named(day: string, locale: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  made.set(key, format);
  const parts = format.formatToParts(new Date(`${day}T12:00:00Z`));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** "quinta-feira, 12 de novembro"; "Thursday, 12 November". `day` is YYYY-MM-DD. */
export function longDay(day: string, locale: string): string {
  const { weekday = "", month = "" } = named(day, locale, { weekday: "long", month: "long" });
  const date = Number(day.slice(8));
  return `${weekday}, ${date} ${locale.startsWith("pt") ? "de " : ""}${month}`;
}

/** "novembro de 2026"; "November 2026". `month` is YYYY-MM. */
export function monthTitle(month: string, locale: string): string {
  const name = named(`${month}-01`, locale, { month: "long" })["month"] ?? "";
  return `${name} ${locale.startsWith("pt") ? "de " : ""}${month.slice(0, 4)}`;
}

/** "novembro", "November". */
export function monthName(month: string, locale: string): string {
  return named(`${month}-01`, locale, { month: "long" })["month"] ?? "";
}

/** The seven days of the week, Sunday first, as one letter or three and whole. */
export function weekdays(locale: string): { short: string; long: string }[] {
  // 2026-11-01 is a Sunday.
  return Array.from({ length: 7 }, (_, index) => {
    const day = `2026-11-0${index + 1}`;
    const { weekday: short = "" } = named(day, locale, { weekday: "short" });
    const { weekday: long = "" } = named(day, locale, { weekday: "long" });
    return { short: short.replace(".", ""), long };
  });
}

/** "R$ 180,00"; amounts come in minor units. */
export function priceText({ amount, currency }: Money, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** The end of something that starts at an instant and lasts so many minutes. */
export function endOf(startsAt: Instant, minutes: number): string {
  return new Date(new Date(startsAt).getTime() + minutes * 60_000).toISOString();
}
