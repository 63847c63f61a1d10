import type { Agenda, AgendaDay, AgendaItem } from "@odys/shared/booking/agenda-schema";
import { type DaySpan, minuteAt, MINUTE_MS } from "./clock.ts";
import { type Lane, lanesOf, type Stretch } from "./columns.ts";

/** Nothing is drawn lower than this: a finger has to hit it and an eye to read it. */
export const LEAST_MINUTES = 24;

/** An item as one day shows it. */
export interface Placed extends Stretch, Lane {
  item: AgendaItem;
  /** Whether it goes on beyond this day. */
  before: boolean;
  after: boolean;
  /** Its buffers, as far as they lie in this day. */
  buffers: Stretch[];
}

export function spanOf({ date, startsAt, endsAt }: AgendaDay): DaySpan {
  return { date, start: Date.parse(startsAt), end: Date.parse(endsAt) };
}

/** The items of a day where they stand on its wall, earliest first. */
export function placeDay(day: DaySpan, zone: string, items: readonly AgendaItem[]): Placed[] {
  const shown = items.filter((item) => touches(day, item.startsAt, item.endsAt));
  const stretches = shown.map(({ startsAt, endsAt }) => {
    const top = minuteAt(day, zone, Date.parse(startsAt));
    const bottom = Math.max(minuteAt(day, zone, Date.parse(endsAt)), top + LEAST_MINUTES);
    return { top, bottom };
  });
  const lanes = lanesOf(stretches);
  return shown.map((item, index): Placed => ({
    item,
    before: Date.parse(item.startsAt) < day.start,
    after: Date.parse(item.endsAt) > day.end,
    buffers: buffersOf(day, zone, item),
    ...(stretches[index] ?? { top: 0, bottom: 0 }),
    ...(lanes[index] ?? { lane: 0, lanes: 1, width: 1 }),
  }));
}

/** Whether a day shows an item, or a part of it. */
export function isOn(day: AgendaDay, { startsAt, endsAt }: AgendaItem): boolean {
  return touches(spanOf(day), startsAt, endsAt);
}

function touches({ start, end }: DaySpan, from: string, until: string): boolean {
  return Date.parse(from) < end && Date.parse(until) > start;
}

/** Time that is kept free around a meeting, as far as it lies in this day. */
function buffersOf(day: DaySpan, zone: string, item: AgendaItem): Stretch[] {
  if (!isBlocking(item)) return [];
  const sides = [
    [item.blockedFrom, item.startsAt],
    [item.endsAt, item.blockedUntil],
  ] as const;
  return sides
    .filter(([from, until]) => from < until && touches(day, from, until))
    .map(([from, until]) => ({
      top: minuteAt(day, zone, Date.parse(from)),
      bottom: minuteAt(day, zone, Date.parse(until)),
    }));
}

/** The working hours of a day on its wall. */
export function hoursOf(day: AgendaDay, zone: string): Stretch[] {
  const span = spanOf(day);
  return day.hours.map(({ startsAt, endsAt }) => ({
    top: minuteAt(span, zone, Date.parse(startsAt)),
    bottom: minuteAt(span, zone, Date.parse(endsAt)),
  }));
}

/** Whether nobody else can have its time. */
export function isBlocking({ status }: Pick<AgendaItem, "status">): boolean {
  return !isGone({ status }) && status !== "no_show";
}

/** Called off: it will not and did not take place. */
export function isGone({ status }: Pick<AgendaItem, "status">): boolean {
  return status === "cancelled" || status === "rejected" || status === "expired";
}

/** How many meetings take place on a day, and the rest of what it holds, by start. */
export function summaryOf(day: DaySpan, items: readonly AgendaItem[]) {
  const shown = items.filter((item) => touches(day, item.startsAt, item.endsAt));
  const count = shown.filter((item) => item.kind === "meeting" && isBlocking(item)).length;
  return { shown, count };
}

/** The hour from which a calendar of these days is worth looking at, in minutes. */
export function firstMinute({ days, zone }: Agenda): number {
  const starts = days.flatMap((day) => hoursOf(day, zone).map(({ top }) => top));
  return starts.length > 0 ? Math.min(...starts) : 8 * 60;
}

export function minutesOf({ startsAt, endsAt }: Pick<AgendaItem, "startsAt" | "endsAt">): number {
  return (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS;
}
