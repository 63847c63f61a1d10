/**
 * Dates and times as people say them. Everything is an argument: the instant, the zone in which it
 * is read, the language and, where the words depend on it, now. So the server and the browser
 * write the same text.
 */
export type Instant = Date | string | number;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const found = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, found);
  return found;
}

function parts(instant: Instant, locale: string, options: Intl.DateTimeFormatOptions) {
  const found = formatter(locale, options).formatToParts(new Date(instant));
  return Object.fromEntries(found.map(({ type, value }) => [type, value]));
}

/** The local date of an instant in a zone, YYYY-MM-DD. */
export function localDay(instant: Instant, zone: string): string {
  const { year, month, day } = parts(instant, "en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return `${year}-${month}-${day}`;
}

/** Whole days from one local date to another; both YYYY-MM-DD. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** "14h", "14h30" in Portuguese; "2 pm", "2:30 pm" in English. */
export function timeText(instant: Instant, zone: string, locale: string): string {
  const { hour = "", minute = "" } = parts(instant, "en", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const h = Number(hour);
  if (locale.startsWith("pt")) return minute === "00" ? `${h}h` : `${h}h${minute}`;
  const half = h < 12 ? "am" : "pm";
  const twelve = h % 12 === 0 ? 12 : h % 12;
  return minute === "00" ? `${twelve} ${half}` : `${twelve}:${minute} ${half}`;
}

/** "14:30" in every language: for columns of times that stand under each other. */
export function clockText(instant: Instant, zone: string): string {
  const { hour, minute } = parts(instant, "en", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return `${hour}:${minute}`;
}

/** Which near day a local date is, seen from now, or null when it is further away. */
export function nearDay(
  day: string,
  now: Instant,
  zone: string,
): "today" | "tomorrow" | "yesterday" | null {
  const distance = daysBetween(localDay(now, zone), day);
  if (distance === 0) return "today";
  if (distance === 1) return "tomorrow";
  return distance === -1 ? "yesterday" : null;
}

/** "qui 12/11", "Thu 12 Nov"; with the year when it is not this one. `day` is YYYY-MM-DD. */
export function dayText(day: string, locale: string, now: Instant, zone: string): string {
  const noon = `${day}T12:00:00Z`;
  const portuguese = locale.startsWith("pt");
  const { weekday = "", month = "" } = parts(noon, locale, {
    timeZone: "UTC",
    weekday: "short",
    month: portuguese ? "2-digit" : "short",
  });
  const [year = "", , date = ""] = day.split("-");
  const otherYear = localDay(now, zone).slice(0, 4) !== year;
  const name = weekday.replace(".", "");
  return portuguese
    ? `${name} ${date}/${month}${otherYear ? `/${year}` : ""}`
    : `${name} ${Number(date)} ${month}${otherYear ? ` ${year}` : ""}`;
}

/** The whole instant with its zone, for tooltips: "quinta-feira, 12 de novembro de 2026, 14:00 …". */
export function fullText(instant: Instant, zone: string, locale: string): string {
  return formatter(locale, {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "long",
  }).format(new Date(instant));
}

/** A length in minutes: "50 min", "1h20"; "1 h 20 min" in English. */
export function durationText(minutes: number, locale: string): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${minutes} min`;
  if (locale.startsWith("pt"))
    return rest === 0 ? `${hours}h` : `${hours}h${String(rest).padStart(2, "0")}`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
