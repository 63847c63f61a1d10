import type { Locale } from "../kernel/wire.ts";

/**
 * An instant as people say it, in the zone that is told along with it: "quinta, 26 de novembro, 14h
 * (horário de Brasília)", "Thursday, November 26, 2 PM (Brasilia time)". `startsAt` is ISO UTC.
 */
export function sayWhen(startsAt: string, zone: string, locale: Locale): string {
  const at = new Date(startsAt);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(at);
  const date = `${part({ weekday: "long" }).replace("-feira", "")}, ${part({ day: "numeric", month: "long" })}`;
  // The first of a month is an ordinal in Portuguese.
  const said = locale === "pt-BR" ? date.replace(/, 1 de /, ", 1º de ") : date;
  return `${said}, ${sayTime(at, zone, locale)} (${sayZone(at, zone, locale)})`;
}

/**
 * The same with the year and the distance from UTC, so that nothing is left to guess even in the
 * hour that comes twice: "quinta, 26 de novembro de 2026, 14h (horário de Brasília, UTC−3)".
 */
export function sayFully(startsAt: string, zone: string, locale: Locale): string {
  const at = new Date(startsAt);
  const part = (type: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
      .formatToParts(at)
      .find((found) => found.type === type)?.value ?? "";
  const year = part("year", { year: "numeric" });
  const offset = part("timeZoneName", { timeZoneName: "shortOffset" })
    .replace("GMT", "UTC")
    .replace("-", "−");
  const [weekday, day, ...rest] = sayWhen(startsAt, zone, locale).split(", ");
  const date = locale === "pt-BR" ? `${weekday}, ${day} de ${year}` : `${weekday}, ${day}, ${year}`;
  return `${date}, ${rest.join(", ").replace(/\)$/, `, ${offset})`)}`;
}

/** The time alone: "14h", "14h30", "2:30 PM". */
export function sayTime(at: Date, zone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: "numeric",
    minute: "2-digit",
  }).formatToParts(at);
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  const [hour, minute] = [read("hour").replace(/^0(?=\d)/, ""), read("minute")];
  if (locale === "pt-BR") return minute === "00" ? `${hour}h` : `${hour}h${minute}`;
  return `${hour}${minute === "00" ? "" : `:${minute}`} ${read("dayPeriod")}`;
}

/** "horário de Brasília": the name of the clocks there, without whether it is their summer. */
function sayZone(at: Date, zone: string, locale: Locale): string {
  const name =
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "longGeneric" })
      .formatToParts(at)
      .find((part) => part.type === "timeZoneName")?.value ?? zone;
  return locale === "pt-BR"
    ? name.replace(/^Horário (Padrão )?/, "horário ")
    : name.replace(/ (?:Standard )?Time$/, " time");
}
