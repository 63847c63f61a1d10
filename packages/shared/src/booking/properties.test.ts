import * as fc from "fast-check";
import { expect, it } from "vitest";
import { groupByDate } from "./days.ts";
import { explainSlot } from "./explain.ts";
import { nearestSlots } from "./nearest.ts";
import { listSlots } from "./slots.ts";
import { slotQuery, zoneName } from "./testing/arbitrary.ts";
import { HOUR, MINUTE } from "./testing/queries.ts";
import { plusDays, referenceSlots, referenceWindows } from "./testing/reference.ts";
import type { SlotQuery } from "./rules.ts";

// The seed is fixed so that a red run is red for everybody; change it to look elsewhere.
const options = { seed: 20_260_308, numRuns: 300 };

const datesOf = ({ from, to }: SlotQuery) => {
  const dates: string[] = [];
  for (let date = from; date <= to; date = plusDays(date, 1)) dates.push(date);
  return dates;
};
const isSubset = (part: readonly number[], whole: readonly number[]) => {
  const all = new Set(whole);
  return part.every((slot) => all.has(slot));
};

it("is what the minute-by-minute reference finds", () => {
  let found = 0;
  fc.assert(
    fc.property(slotQuery(), (query) => {
      const slots = listSlots(query);
      found += slots.length;
      expect(slots).toEqual(referenceSlots(query));
    }),
    options,
  );
  expect(found).toBeGreaterThan(1000); // the generator does make days with room
});

it("every slot lies in a window and touches nothing busy, to the millisecond", () => {
  fc.assert(
    fc.property(slotQuery({ unit: 1 }), (query) => {
      const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = query.service;
      const windows = datesOf(query).flatMap((date) => referenceWindows(query, date));
      for (const start of listSlots(query)) {
        const end = start + durationMinutes * MINUTE;
        expect(windows.some((window) => window.start <= start && end <= window.end)).toBe(true);
        const from = start - bufferBeforeMinutes * MINUTE;
        const until = end + bufferAfterMinutes * MINUTE;
        for (const range of query.busy)
          expect(range.start >= until || range.end <= from || range.start >= range.end).toBe(true);
      }
    }),
    options,
  );
});

it("slots ascend, and in one window none are nearer than the step", () => {
  fc.assert(
    fc.property(slotQuery({ unit: 1 }), (query) => {
      const slots = listSlots(query);
      const windows = datesOf(query).flatMap((date) => referenceWindows(query, date));
      expect(slots).toEqual([...new Set(slots)].toSorted((a, b) => a - b));
      for (const { start, end } of windows) {
        const inside = slots.filter((slot) => start <= slot && slot < end);
        for (const [index, slot] of inside.slice(1).entries())
          expect(slot - (inside[index] ?? slot)).toBeGreaterThanOrEqual(query.stepMinutes * MINUTE);
      }
    }),
    options,
  );
});

it("no two are nearer than the step anywhere, unless the service is shorter than the step", () => {
  fc.assert(
    fc.property(slotQuery({ unit: 1 }), (query) => {
      fc.pre(query.service.durationMinutes >= query.stepMinutes);
      listSlots(query).reduce((previous, slot) => {
        expect(slot - previous).toBeGreaterThanOrEqual(query.stepMinutes * MINUTE);
        return slot;
      }, -Infinity);
    }),
    options,
  );
});

const halfHours = (half: number) =>
  `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}`;

it("widening a window, to the front by whole steps, never removes a slot", () => {
  const edges = fc
    .uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 4, maxLength: 4 })
    .map((halves) => halves.toSorted((a, b) => a - b).map(halfHours));
  fc.assert(
    fc.property(slotQuery(), edges, fc.constantFrom(5, 15), (query, times, stepMinutes) => {
      const [wideStart = "", startTime = "", endTime = "", wideEnd = ""] = times;
      // One window a day: the step divides every hour at which a clock here changes.
      const slots = (window: { startTime: string; endTime: string }) =>
        listSlots({
          ...query,
          stepMinutes,
          exceptions: [],
          weekly: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, ...window })),
        });
      const narrow = slots({ startTime, endTime });
      expect(isSubset(narrow, slots({ startTime: wideStart, endTime: wideEnd }))).toBe(true);
    }),
    options,
  );
});

it("freeing what is busy never removes a slot; the order of what is busy says nothing", () => {
  fc.assert(
    fc.property(slotQuery({ unit: 1 }), (query) => {
      const slots = listSlots(query);
      const { busy } = query;
      expect(isSubset(slots, listSlots({ ...query, busy: busy.slice(1) }))).toBe(true);
      expect(listSlots({ ...query, busy: [...busy, ...busy].toReversed() })).toEqual(slots);
    }),
    options,
  );
});

it("booking a slot takes that slot and only what it would touch", () => {
  fc.assert(
    fc.property(slotQuery(), fc.nat(), (query, pick) => {
      const slots = listSlots(query);
      const booked = slots[pick % Math.max(1, slots.length)];
      fc.pre(booked !== undefined);
      const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = query.service;
      const before = bufferBeforeMinutes * MINUTE;
      const after = (durationMinutes + bufferAfterMinutes) * MINUTE;
      const range = { start: booked - before, end: booked + after };
      expect(listSlots({ ...query, busy: [...query.busy, range] })).toEqual(
        slots.filter((slot) => slot - before >= range.end || slot + after <= range.start),
      );
    }),
    options,
  );
});

it("a range is its days, one after the other", () => {
  fc.assert(
    fc.property(slotQuery(), (query) => {
      const single = datesOf(query).flatMap((date) =>
        listSlots({ ...query, from: date, to: date }),
      );
      expect(listSlots(query)).toEqual(single);
    }),
    options,
  );
});

it("the zone of whoever looks changes the labels of days, never the set", () => {
  fc.assert(
    fc.property(slotQuery(), zoneName, (query, viewer) => {
      const slots = listSlots(query);
      const grouped = groupByDate(slots, viewer);
      expect(grouped.flatMap((day) => day.slots).toSorted((a, b) => a - b)).toEqual(slots);
    }),
    options,
  );
});

it("explains as free exactly the slots, every five minutes of the range", () => {
  fc.assert(
    fc.property(slotQuery(), fc.integer({ min: 0, max: 4 }), (query, offset) => {
      const wider = { from: plusDays(query.from, -2), to: plusDays(query.to, 2) };
      const slots = new Set(listSlots({ ...query, ...wider }));
      const start = Date.parse(`${query.from}T00:00Z`) - 14 * HOUR;
      const end = Date.parse(`${query.to}T00:00Z`) + 38 * HOUR;
      for (let at = start + offset * MINUTE; at < end; at += 5 * MINUTE)
        expect(explainSlot(query, at) === "free", new Date(at).toISOString()).toBe(slots.has(at));
    }),
    { ...options, numRuns: 40 },
  );
});

it("the nearest are those that a sort by distance finds", () => {
  const ascending = fc
    .uniqueArray(fc.nat(100), { maxLength: 20 })
    .map((list) => list.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(ascending, fc.nat(100), fc.integer({ min: 1, max: 5 }), (slots, at, count) => {
      const byDistance = slots.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at) || a - b);
      const nearest = byDistance.slice(0, count).toSorted((a, b) => a - b);
      expect(nearestSlots(slots, at, count)).toEqual(nearest);
    }),
    options,
  );
});
