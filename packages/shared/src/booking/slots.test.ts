import { describe, expect, it } from "vitest";
import { listSlots } from "./slots.ts";
import { at, daily, iso, query, service, window } from "./testing/queries.ts";

const ZONE = "America/Sao_Paulo"; // 09:00 is 12:00Z
const MONDAY = "2026-03-09";
const times = (instants: number[]) => iso(instants).map((text) => text.slice(11, 16));
const day = (spans: string[], changes: Parameters<typeof query>[3] = {}) =>
  query(ZONE, MONDAY, daily(...spans), changes);

describe("listSlots", () => {
  it("fills a window from its start and stops where the service no longer fits", () => {
    expect(times(listSlots(day(["09:10-11:05"])))).toEqual(["12:10"]);
    expect(times(listSlots(day(["09:10-12:10"], { stepMinutes: 30 })))).toEqual([
      "12:10",
      "12:40",
      "13:10",
      "13:40",
      "14:10",
    ]);
  });

  it("takes windows that overlap as one, and those that touch as two", () => {
    expect(times(listSlots(day(["10:00-12:00", "09:00-10:30"])))).toEqual([
      "12:00",
      "13:00",
      "14:00",
    ]);
    const touching = day(["09:00-10:30", "10:30-12:00"], { stepMinutes: 30 });
    expect(times(listSlots(touching))).toEqual(["12:00", "12:30", "13:30", "14:00"]);
  });

  it("lets meetings touch, and none overlap", () => {
    const busy = [{ start: at("2026-03-09T13:00Z"), end: at("2026-03-09T14:00Z") }];
    const slots = listSlots(day(["09:00-12:00"], { busy, stepMinutes: 30 }));
    expect(times(slots)).toEqual(["12:00", "14:00"]);
  });

  it("a slot that fits exactly between two meetings is free", () => {
    const busy = [
      { start: at("2026-03-09T14:00Z"), end: at("2026-03-09T15:00Z") },
      { start: at("2026-03-09T12:00Z"), end: at("2026-03-09T13:00Z") },
    ];
    expect(times(listSlots(day(["09:00-12:00"], { busy })))).toEqual(["13:00"]);
  });

  it("keeps its own buffers free, which may lie outside of the hours", () => {
    const busy = [{ start: at("2026-03-09T13:30Z"), end: at("2026-03-09T14:00Z") }];
    const buffered = service({
      durationMinutes: 30,
      bufferBeforeMinutes: 15,
      bufferAfterMinutes: 30,
    });
    const slots = listSlots(day(["09:00-12:00"], { busy, service: buffered, stepMinutes: 15 }));
    expect(times(slots)).toEqual(["12:00", "12:15", "12:30", "14:15", "14:30"]);
  });

  it("an empty busy range takes nothing", () => {
    const now = at("2026-03-09T13:30Z");
    expect(listSlots(day(["09:00-12:00"], { busy: [{ start: now, end: now }] }))).toHaveLength(3);
  });

  it("exceptions replace the day, holidays close it unless an exception opens it", () => {
    const week = (changes: Parameters<typeof query>[3]) =>
      times(listSlots(day(["09:00-10:00"], { to: "2026-03-11", ...changes })));
    expect(week({ holidays: new Set([MONDAY]) })).toEqual(["12:00", "12:00"]);
    expect(week({ exceptions: [{ date: "2026-03-10", windows: [] }] })).toEqual(["12:00", "12:00"]);
    const windows = [window("15:00-16:00")];
    expect(week({ holidays: new Set([MONDAY]), exceptions: [{ date: MONDAY, windows }] })).toEqual([
      "18:00",
      "12:00",
      "12:00",
    ]);
  });

  it("starts no sooner than the notice and ends after the last day of the horizon", () => {
    const rules = { to: "2026-03-31", now: at("2026-03-09T12:00Z") };
    const slots = (changes: object) =>
      listSlots(day(["09:00-12:00"], { ...rules, service: service(changes) }));
    expect(times(slots({ horizonDays: 0 }))).toEqual(["12:00", "13:00", "14:00"]);
    expect(times(slots({ horizonDays: 0, noticeMinutes: 60 }))).toEqual(["13:00", "14:00"]);
    expect(times(slots({ horizonDays: 0, noticeMinutes: 61 }))).toEqual(["14:00"]);
    expect(slots({ horizonDays: 2 })).toHaveLength(9);
  });

  it("never offers the past, whatever range is asked for", () => {
    const now = at("2026-03-09T13:20Z");
    const past = day(["09:00-12:00"], { from: "2026-03-01", now });
    expect(times(listSlots(past))).toEqual(["14:00"]);
  });

  it("a full day or a full week offers nothing", () => {
    const booked = new Map([
      ["2026-03-09", 2], // Monday
      ["2026-03-11", 1],
      ["2026-03-15", 1], // Sunday, the same week
    ]);
    const days = (caps: object) => {
      const slots = listSlots(
        day(["09:00-10:00"], { to: "2026-03-16", caps: { booked, ...caps } }),
      );
      return slots.map((slot) => new Date(slot).getUTCDate());
    };
    expect(days({})).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
    expect(days({ perDay: 2 })).toEqual([10, 11, 12, 13, 14, 15, 16]);
    expect(days({ perDay: 1 })).toEqual([10, 12, 13, 14, 16]);
    expect(days({ perWeek: 4 })).toEqual([16]);
    expect(days({ perWeek: 5 })).toHaveLength(8);
  });

  it("a range that ends before it starts is empty", () => {
    expect(listSlots(day(["09:00-12:00"], { to: "2026-03-01" }))).toEqual([]);
  });

  it.each([
    ["a zone", { zone: "Mars/Olympus" }],
    ["a date", { from: "2026-02-30" }],
    ["a date", { to: "tomorrow" }],
    ["a date", { holidays: new Set(["2026-3-9"]) }],
    ["a date", { exceptions: [{ date: "2026-04-31", windows: [] }] }],
    ["a time", { weekly: [{ dayOfWeek: 1, ...window("9:00-10:00") }] }],
    ["a window that runs backwards", { weekly: [{ dayOfWeek: 1, ...window("10:00-09:00") }] }],
    ["a step", { stepMinutes: 0 }],
    ["a duration", { service: service({ durationMinutes: 0 }) }],
    ["a buffer", { service: service({ bufferAfterMinutes: -5 }) }],
    ["a now", { now: Number.NaN }],
  ])("refuses what is not %s", (_, changes) => {
    expect(() => listSlots(day(["09:00-12:00"], changes))).toThrow(RangeError);
  });
});
