import type { AgendaItem } from "@odys/shared/booking/agenda-schema";

type Color = NonNullable<AgendaItem["color"]>;

/** What a service's colour does to what stands in the calendar: a tint, and an edge in full colour. */
export const TINT: Record<Color, string> = {
  teal: "tint-teal",
  amber: "tint-amber",
  rose: "tint-rose",
  indigo: "tint-indigo",
  olive: "tint-olive",
  slate: "tint-slate",
};

/** Its buffers: the same colour, hardly there. */
export const BUFFER: Record<Color, string> = {
  teal: "text-service-teal",
  amber: "text-service-amber",
  rose: "text-service-rose",
  indigo: "text-service-indigo",
  olive: "text-service-olive",
  slate: "text-service-slate",
};

export const NEUTRAL: Color = "slate";

/** Where a stretch of minutes stands in a column, as shares of its height. */
export function standing({ top, bottom }: { top: number; bottom: number }) {
  return { top: `${(top / 1440) * 100}%`, height: `${((bottom - top) / 1440) * 100}%` };
}
