import { MINUTE_MS } from "../kernel/calendar.ts";
import type { BusyRange, SlotService } from "./rules.ts";

/** Open at both ends, epoch ms: the instants strictly between. */
export interface OpenInterval {
  after: number;
  before: number;
}

/**
 * The starts at which the service, with its buffers, would touch something busy: in order and apart.
 * A start on the border of two of them is free: there it fits exactly.
 */
export function blockedStarts(busy: readonly BusyRange[], service: SlotService): OpenInterval[] {
  const ahead = (service.durationMinutes + service.bufferAfterMinutes) * MINUTE_MS;
  const behind = service.bufferBeforeMinutes * MINUTE_MS;
  const sorted = busy
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => ({ after: start - ahead, before: end + behind }))
    .sort((a, b) => a.after - b.after);
  const merged: OpenInterval[] = [];
  for (const interval of sorted) {
    const last = merged.at(-1);
    if (last && interval.after < last.before) last.before = Math.max(last.before, interval.before);
    else merged.push(interval);
  }
  return merged;
}
