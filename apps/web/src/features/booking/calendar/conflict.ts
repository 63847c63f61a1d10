import type { Agenda, AgendaItem } from "@odys/shared/booking/agenda-schema";
import { MINUTE_MS } from "./clock.ts";
import { isBlocking } from "./place.ts";

/** A time that something might have. Epoch ms; buffers in minutes. */
export interface Wish {
  start: number;
  end: number;
  bufferBefore: number;
  bufferAfter: number;
  /** What is moved does not stand in its own way. */
  besides?: string;
}

export interface Obstacles {
  /** What the meeting itself would lie over. */
  over: AgendaItem[];
  /** Of what only the buffers would touch. */
  near: AgendaItem[];
  /** Not wholly within one stretch of working hours. */
  outside: boolean;
  past: boolean;
}

/**
 * What stands in the way of a wish, from what the calendar has anyway: said before anything is
 * dropped. The database has the last word.
 */
export function obstaclesOf({ items, days }: Agenda, wish: Wish, now: number): Obstacles {
  const from = wish.start - wish.bufferBefore * MINUTE_MS;
  const until = wish.end + wish.bufferAfter * MINUTE_MS;
  const others = items.filter((item) => item.id !== wish.besides && isBlocking(item));
  const over: AgendaItem[] = [];
  const near: AgendaItem[] = [];
  for (const item of others) {
    const blocked = Date.parse(item.blockedFrom) < until && Date.parse(item.blockedUntil) > from;
    if (!blocked) continue;
    const meets = Date.parse(item.startsAt) < wish.end && Date.parse(item.endsAt) > wish.start;
    (meets ? over : near).push(item);
  }
  const within = days.some(({ hours }) =>
    hours.some(
      ({ startsAt, endsAt }) =>
        Date.parse(startsAt) <= wish.start && wish.end <= Date.parse(endsAt),
    ),
  );
  return { over, near, outside: !within, past: wish.start < now };
}

/** Whether the database would refuse it. */
export function isTaken({ over, near }: Obstacles): boolean {
  return over.length > 0 || near.length > 0;
}

/** Another time for an item, with the buffers that it has. */
export function wishFor(item: AgendaItem, start: number, end: number): Wish {
  const minutes = (from: string, until: string) =>
    (Date.parse(until) - Date.parse(from)) / MINUTE_MS;
  return {
    start,
    end,
    bufferBefore: minutes(item.blockedFrom, item.startsAt),
    bufferAfter: minutes(item.endsAt, item.blockedUntil),
    besides: item.id,
  };
}

/** The agenda with an item at another time: shown until the server has answered. */
export function withMoved(agenda: Agenda, id: string, start: number, end: number): Agenda {
  const iso = (ms: number) => new Date(ms).toISOString();
  const items = agenda.items.map((item) => {
    if (item.id !== id) return item;
    const { bufferBefore, bufferAfter } = wishFor(item, start, end);
    return {
      ...item,
      startsAt: iso(start),
      endsAt: iso(end),
      blockedFrom: iso(start - bufferBefore * MINUTE_MS),
      blockedUntil: iso(end + bufferAfter * MINUTE_MS),
    };
  });
  return { ...agenda, items: items.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)) };
}
