import { localDay } from "../../../ui/when.ts";

const DAY_MS = 86_400_000;

/** The date so many days after another; both YYYY-MM-DD, whatever the zone does in between. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The date that an address asks for, or null when it is none. */
export function readDay(text: unknown): string | null {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const at = new Date(`${text}T12:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text;
}

/** What a day asks for: the same on the server, which prefetches it, and in the browser. */
export function todayQueries(now: string, zone: string, chosen: string | null) {
  const today = localDay(now, zone);
  const day = chosen ?? today;
  const following = dayAfter(day, 1);
  return {
    today,
    day,
    following,
    days: { from: day, to: following, limit: 100 },
    requests: { from: today, status: ["pending_confirmation" as const], limit: 50 },
  };
}
