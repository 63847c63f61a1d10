import type { FreeSlots } from "@odys/shared/booking/schema";
import { clockText, localDay } from "../../../ui/when.ts";

/** Free slots (ISO instants, in order) by the day that they have in the zone of whoever reads. */
export function byDay(free: FreeSlots, zone: string): Map<string, string[]> {
  const days = new Map<string, string[]>();
  for (const { slots } of free.days)
    for (const slot of slots) {
      const day = localDay(slot, zone);
      const list = days.get(day);
      if (list) list.push(slot);
      else days.set(day, [slot]);
    }
  return days;
}

const PARTS = ["morning", "afternoon", "evening"] as const;
type Part = (typeof PARTS)[number];

/** The slots of one day, as people divide it; parts without any are left out. */
export function byPart(slots: readonly string[], zone: string): { part: Part; slots: string[] }[] {
  const groups: Record<Part, string[]> = { morning: [], afternoon: [], evening: [] };
  for (const slot of slots) {
    const clock = clockText(slot, zone);
    groups[clock < "12:00" ? "morning" : clock < "18:00" ? "afternoon" : "evening"].push(slot);
  }
  return PARTS.map((part) => ({ part, slots: groups[part] })).filter(
    ({ slots: inPart }) => inPart.length > 0,
  );
}
