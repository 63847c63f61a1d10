import { localDay } from "../../../ui/when.ts";

const DAY_MS = 86_400_000;

/** What the page of today asks for: the same on the server, which prefetches it, and in the browser. */
export function todayQueries(now: string, zone: string) {
  const today = localDay(now, zone);
  // The day after a date, whatever the zone does that night.
  const tomorrow = new Date(Date.parse(`${today}T12:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return {
    today,
    tomorrow,
    days: { from: today, to: tomorrow, limit: 100 },
    requests: { from: today, status: ["pending_confirmation" as const], limit: 50 },
  };
}
