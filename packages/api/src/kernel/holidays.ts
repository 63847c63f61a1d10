import type { HolidayCalendar } from "@odys/shared/accounts/practice";
import type { Locale } from "@odys/shared/kernel/wire";

/** A public holiday of a whole country: its local date, and what people call it. */
export type Holiday = { date: string; names: Record<Locale, string> };

type Country = Exclude<HolidayCalendar, "none">;

/** The library's names: the languages are those of its data, England stands for the United Kingdom. */
const LANGUAGES: Record<Locale, string> = { "pt-BR": "pt", en: "en" };
const PLACE: Record<Country, [country: string, state?: string]> = {
  BR: ["BR"],
  PT: ["PT"],
  US: ["US"],
  GB: ["GB", "ENG"],
  ES: ["ES"],
  AR: ["AR"],
  MX: ["MX"],
  IN: ["IN"],
};

/** Today's laws say nothing of other times; and so what is kept in memory has an end. */
const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];

const years = new Map<string, Promise<readonly Holiday[]>>();

/**
 * The public holidays of a calendar in a year, in order; none of "none", nor of a time
 * that is not ours. Worked out by `date-holidays`
 * once for a calendar and year: the library is large, so it is loaded when first asked.
 */
export function holidaysOf(calendar: HolidayCalendar, year: number): Promise<readonly Holiday[]> {
  if (calendar === "none" || year < FIRST_YEAR || year > LAST_YEAR) return NONE;
  const key = `${calendar} ${year}`;
  let known = years.get(key);
  if (!known) {
    years.set(key, (known = workOut(calendar, year)));
    known.catch(() => years.delete(key));
  }
  return known;
}

/** Those of a range of local dates, both included. */
export async function holidaysBetween(
  calendar: HolidayCalendar,
  from: string,
  to: string,
): Promise<Holiday[]> {
  const found: Holiday[] = [];
  const last = Number(to.slice(0, 4));
  for (let year = Number(from.slice(0, 4)); year <= last; year++)
    for (const holiday of await holidaysOf(calendar, year))
      if (from <= holiday.date && holiday.date <= to) found.push(holiday);
  return found;
}

const NONE: Promise<readonly Holiday[]> = Promise.resolve([]);

async function workOut(calendar: Country, year: number): Promise<readonly Holiday[]> {
  const { default: Holidays } = await import("date-holidays");
  const [country, state = ""] = PLACE[calendar];
  const source = new Holidays(country, state, { types: ["public"] });
  const byDate = new Map<string, Holiday>();
  for (const locale of ["pt-BR", "en"] as const)
    for (const { date, name } of source.getHolidays(year, LANGUAGES[locale])) {
      // "2026-11-20 00:00:00" on the country's own wall.
      const day = date.slice(0, 10);
      const known = byDate.get(day);
      if (!known) byDate.set(day, { date: day, names: { "pt-BR": name, en: name } });
      else known.names[locale] = name;
    }
  return [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
