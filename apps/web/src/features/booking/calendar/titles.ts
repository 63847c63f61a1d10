import { addDays, monthOf } from "../page/month.ts";
import { longDay, monthName, monthTitle } from "../page/words.ts";
import { rangeOf, type View } from "./range.ts";

/** What a view shows, in words: "quarta-feira, 25 de novembro", "23–29 de novembro de 2026", "novembro de 2026". */
export function titleOf(view: View, day: string, locale: string, first: number): string {
  if (view === "day") return longDay(day, locale);
  if (view === "month") return monthTitle(monthOf(day), locale);
  const { from, to } = rangeOf("week", day, first);
  const of = locale.startsWith("pt") ? " de " : " ";
  const [start, end] = [Number(from.slice(8)), Number(to.slice(8))];
  const ending = `${end}${of}${monthTitle(monthOf(to), locale)}`;
  if (monthOf(from) === monthOf(to)) return `${start}–${ending}`;
  const year = from.slice(0, 4) === to.slice(0, 4) ? "" : `${of}${from.slice(0, 4)}`;
  return `${start}${of}${monthName(monthOf(from), locale)}${year} – ${ending}`;
}

/** The seven days of the week that a day lies in. */
export function weekOf(day: string, first: number): string[] {
  const { from } = rangeOf("week", day, first);
  return Array.from({ length: 7 }, (_, index) => addDays(from, index));
}
