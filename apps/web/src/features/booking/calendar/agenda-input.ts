import { rangeOf, type View } from "./range.ts";

export interface AgendaOptions {
  view: View;
  day: string;
  first: number;
  cancelled: boolean;
}

/** What a view asks for: of a day its whole week, so that the days beside it are there at once. */
export function agendaInput({ view, day, first, cancelled }: AgendaOptions) {
  return { ...rangeOf(view === "day" ? "week" : view, day, first), cancelled };
}
