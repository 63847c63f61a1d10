import { dayOfDate, MINUTE_MS } from "../kernel/calendar.ts";
import { capsOf } from "./caps.ts";
import { blockedStarts, type OpenInterval } from "./intervals.ts";
import { assertRules, type SlotQuery } from "./rules.ts";
import { hoursOf, type OpenWindow } from "./windows.ts";

/**
 * The free slots of a service: their starts in epoch ms, in order. `from` and `to` are dates of the
 * professional's zone; in which zone somebody looks at them changes nothing. Costs as much as there
 * are days, busy ranges and slots, added up. RangeError for malformed dates, times, zones, figures.
 */
export function listSlots(query: SlotQuery): number[] {
  assertRules(query);
  const { service, now } = query;
  const hours = hoursOf(query);
  const capOn = capsOf(query.caps);
  const earliest = now + service.noticeMinutes * MINUTE_MS;
  const first = Math.max(dayOfDate(query.from), hours.zone.dayAt(earliest));
  const last = Math.min(dayOfDate(query.to), hours.zone.dayAt(now) + service.horizonDays);
  const walk = freeStarts(query, earliest);
  for (let day = first; day <= last; day++)
    if (capOn(day) === undefined) for (const window of hours.windowsOn(day)) walk.through(window);
  return walk.found;
}

/** Walks windows in order, past each busy range once. */
function freeStarts({ busy, service, stepMinutes }: SlotQuery, earliest: number) {
  const blocked = blockedStarts(busy, service);
  const step = stepMinutes * MINUTE_MS;
  const duration = service.durationMinutes * MINUTE_MS;
  const found: number[] = [];
  let next = 0;

  function through({ start: anchor, end }: OpenWindow): void {
    const lastStart = end - duration;
    let start = anchor + Math.max(0, Math.ceil((earliest - anchor) / step)) * step;
    while (start <= lastStart) {
      const interval = firstEndingAfter(start);
      if (interval && interval.after < start)
        start += Math.ceil((interval.before - start) / step) * step;
      else {
        found.push(start);
        start += step;
      }
    }
  }

  function firstEndingAfter(instant: number): OpenInterval | undefined {
    let interval = blocked[next];
    while (interval && interval.before <= instant) interval = blocked[++next];
    return interval;
  }

  return { through, found };
}
