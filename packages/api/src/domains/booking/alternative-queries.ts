import type { SlotReason } from "@odys/shared/booking/explain";
import { nearestSlots } from "@odys/shared/booking/nearest";
import type { SlotRules } from "@odys/shared/booking/rules";
import { listSlots } from "@odys/shared/booking/slots";
import { DAY_MS, dateOfDay, MINUTE_MS } from "@odys/shared/kernel/calendar";
import type { ErrorCode } from "@odys/shared/kernel/errors";
import { isoOf } from "@odys/shared/kernel/instants";
import { zoneOf } from "@odys/shared/kernel/zone";
import type { Ctx } from "../../kernel/ctx.ts";
import { type Desk, readDesk, type Whose } from "./read-desk.ts";

/** What a client is told; whether it is a meeting or its buffer that is in the way is nobody's business. */
export const REFUSALS: Record<Exclude<SlotReason, "free">, ErrorCode> = {
  holiday: "OUTSIDE_HOURS",
  exception_closed: "OUTSIDE_HOURS",
  outside_hours: "OUTSIDE_HOURS",
  straddles_window_end: "OUTSIDE_HOURS",
  off_step: "NOT_BOOKABLE",
  too_soon: "TOO_SOON",
  too_far: "TOO_FAR_AHEAD",
  day_cap: "SLOT_TAKEN",
  week_cap: "SLOT_TAKEN",
  busy: "SLOT_TAKEN",
  buffer: "SLOT_TAKEN",
};

/** Whose free slots are looked for, and how its rules are to be read: with another length, for one. */
type Wish = Whose & {
  serviceId: string;
  /** An appointment whose own time is not in the way. */
  ignore?: string;
  adapt?: (rules: SlotRules) => SlotRules;
};

/**
 * The three free slots nearest to an instant (epoch ms), as they travel. `desk` is what has been read
 * of the days around already; without it, and when nearer ones may lie beyond, it is read.
 */
export async function nearestFree(
  ctx: Ctx,
  { adapt = (rules) => rules, ...wish }: Wish,
  instant: number,
  desk: Desk | null = null,
): Promise<string[]> {
  const near = (around: Desk) => nearby(adapt(around.rules), instant, 1);
  let found = desk && near(desk);
  if (!found) {
    const span = { from: instant - 2 * DAY_MS, until: instant + 2 * DAY_MS };
    found = near(await readDesk(ctx, { ...wish, ...span }));
  }
  if (!found) {
    const wide = await readDesk(ctx, { ...wish, from: -Infinity, until: Infinity });
    found = nearby(adapt(wide.rules), instant, Infinity);
  }
  return isoOf(found ?? []);
}

/** The three nearest free slots; null when nearer ones may lie beyond the days around that were looked at. */
function nearby(rules: SlotRules, instant: number, days: number): number[] | null {
  const zone = zoneOf(rules.zone);
  const today = zone.dayAt(rules.now);
  const day = zone.dayAt(instant);
  const from = Math.max(today, day - days);
  const to = Math.min(today + rules.service.horizonDays, day + days);
  if (from > to) return days === Infinity ? [] : null;
  const slots = listSlots({ ...rules, from: dateOfDay(from), to: dateOfDay(to) });
  const nearest = nearestSlots(slots, instant);
  if (days === Infinity) return nearest;
  // A day around an instant holds all that is this near, also on the short one in spring.
  const near = (at: number) => Math.abs(at - instant) < DAY_MS - 120 * MINUTE_MS;
  const whole = nearest.length === 3 && nearest.every(near);
  return whole ? nearest : null;
}
