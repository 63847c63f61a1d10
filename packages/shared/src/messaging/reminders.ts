import { zoneOf } from "../kernel/zone.ts";
import type { Template } from "./templates.ts";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** A booking so close to its start needs no reminder of its own, in minutes. */
const STILL_FRESH = 240;
/** Two reminders nearer to each other than this are one, in minutes. */
const TOO_CLOSE = 45;

export type ReminderRules = {
  /** Minutes before the start. */
  minutes: readonly number[];
  /** Minutes since midnight on the client's wall between which nobody is reminded; equal: never quiet. */
  quietFrom: number;
  quietUntil: number;
  /** The client's IANA zone; the practice's where none is known. */
  zone: string;
};

/** When to remind, until when it is of use, and of which lead it is: epoch ms, minutes. */
export type Reminder = { minutes: number; at: number; notAfter: number; template: Template };

/**
 * The reminders of an appointment that starts at `startsAt`, as seen at `now`, in order of time.
 * None lies in the past. One that falls into quiet hours waits until they end if that still leaves
 * half of its lead, else it comes just before they begin. Whoever books inside every lead time gets
 * one reminder half way, unless the start is less than four hours away: then the confirmation is
 * fresh enough.
 */
export function remindersOf(startsAt: number, rules: ReminderRules, now: number): Reminder[] {
  const wanted = [...new Set(rules.minutes)].toSorted((a, b) => b - a);
  const planned = wanted.flatMap((minutes) => reminderOf(startsAt, minutes, rules, now) ?? []);
  if (planned.length === 0 && wanted.length > 0) {
    const left = (startsAt - now) / MINUTE_MS;
    const halfWay = left >= STILL_FRESH ? Math.floor(Math.min(left / 2, 120)) : 0;
    return halfWay ? (reminderOf(startsAt, halfWay, rules, now) ?? []) : [];
  }
  // Moved out of the night two may meet: the later one says all that the earlier would.
  return planned.filter(({ at }, index) => {
    const next = planned[index + 1];
    return !next || next.at - at >= TOO_CLOSE * MINUTE_MS;
  });
}

function reminderOf(
  startsAt: number,
  minutes: number,
  rules: ReminderRules,
  now: number,
): [Reminder] | null {
  const at = outOfQuiet(startsAt - minutes * MINUTE_MS, startsAt, minutes, rules);
  if (at < now) return null;
  // Of use until a quarter of the lead is left, at most two hours, at least five minutes before.
  const last = Math.min(Math.max(minutes / 4, 5), 120);
  const notAfter = Math.max(startsAt - last * MINUTE_MS, at);
  return [{ minutes, at, notAfter, template: minutes > 180 ? "reminder24h" : "reminder1h" }];
}

function outOfQuiet(at: number, startsAt: number, minutes: number, rules: ReminderRules): number {
  const { begins, ends } = quietAround(at, rules) ?? { begins: at, ends: at };
  if (begins === at && ends === at) return at;
  return startsAt - ends >= (minutes / 2) * MINUTE_MS ? ends : begins - MINUTE_MS;
}

/** The quiet hours in which an instant lies, as instants; null when it lies in none. */
function quietAround(
  at: number,
  { quietFrom, quietUntil, zone: name }: ReminderRules,
): { begins: number; ends: number } | null {
  if (quietFrom === quietUntil) return null;
  const zone = zoneOf(name);
  const wall = zone.wallAt(at);
  const midnight =
    wall -
    (((wall % (DAY_MINUTES * MINUTE_MS)) + DAY_MINUTES * MINUTE_MS) % (DAY_MINUTES * MINUTE_MS));
  // Those that began today, and those that began yesterday and reach into today.
  for (const day of [midnight, midnight - DAY_MINUTES * MINUTE_MS]) {
    const from = day + quietFrom * MINUTE_MS;
    const over = quietUntil > quietFrom ? 0 : DAY_MINUTES;
    const until = day + (quietUntil + over) * MINUTE_MS;
    if (from <= wall && wall < until)
      return { begins: zone.instantAt(from), ends: zone.instantAt(until) };
  }
  return null;
}

/** Whether an instant lies in the quiet hours; for what is late and would go out now. */
export function isQuiet(at: number, rules: Omit<ReminderRules, "minutes">): boolean {
  return quietAround(at, { ...rules, minutes: [] }) !== null;
}
