import { describe, expect, it } from "vitest";
import { explainSlot } from "./explain.ts";
import type { SlotRules } from "./rules.ts";
import { at, daily, query, service, window } from "./testing/queries.ts";

const hour = (from: string, to: string) => ({
  start: at(`2026-03-09T${from}Z`),
  end: at(`2026-03-09T${to}Z`),
});

describe("explainSlot", () => {
  const rules: SlotRules = query("America/Sao_Paulo", "2026-03-09", daily("09:00-18:00"), {
    now: at("2026-03-08T15:00Z"),
    service: service({ noticeMinutes: 120, horizonDays: 7, bufferBeforeMinutes: 15 }),
    stepMinutes: 15,
    busy: [hour("15:00", "16:00"), hour("10:00", "10:00")],
    holidays: new Set(["2026-03-10", "2026-03-11"]),
    exceptions: [
      { date: "2026-03-11", windows: [window("10:00-11:00")] },
      { date: "2026-03-12", windows: [] },
    ],
    caps: {
      perDay: 4,
      perWeek: 9,
      booked: new Map([
        ["2026-03-13", 4],
        ["2026-03-16", 9],
      ]),
    },
  });

  it.each([
    ["2026-03-09T12:00Z", "free"],
    ["2026-03-09T14:00Z", "free"],
    ["2026-03-09T20:00Z", "free"],
    ["2026-03-09T11:45Z", "outside_hours"],
    ["2026-03-09T21:00Z", "outside_hours"],
    ["2026-03-09T20:15Z", "straddles_window_end"],
    ["2026-03-09T12:05Z", "off_step"],
    ["2026-03-08T14:00Z", "too_soon"],
    ["2026-03-08T16:45Z", "too_soon"],
    ["2026-03-08T17:00Z", "free"],
    ["2026-03-09T14:15Z", "busy"],
    ["2026-03-09T15:45Z", "busy"],
    ["2026-03-09T16:00Z", "buffer"],
    ["2026-03-09T16:15Z", "free"],
    ["2026-03-10T12:00Z", "holiday"],
    ["2026-03-11T12:00Z", "outside_hours"],
    ["2026-03-11T13:00Z", "free"],
    ["2026-03-12T12:00Z", "exception_closed"],
    ["2026-03-13T12:00Z", "day_cap"],
    ["2026-03-15T12:00Z", "free"],
    ["2026-03-16T12:00Z", "too_far"],
  ])("%s is %s", (instant, reason) => {
    expect(explainSlot(rules, at(instant))).toBe(reason);
  });

  it("counts the week's appointments once its days have room", () => {
    const later = { ...rules, now: at("2026-03-15T15:00Z") };
    expect(explainSlot(later, at("2026-03-16T12:00Z"))).toBe("day_cap");
    expect(explainSlot(later, at("2026-03-17T12:00Z"))).toBe("week_cap");
  });

  it("finds the window of tomorrow in a midnight that comes twice", () => {
    // St John's goes from 00:01 back to 23:01: this is 23:30, the second time, and already the 7th.
    const night = query("America/St_Johns", "2010-11-07", daily("00:00-02:00"), {
      stepMinutes: 30,
      now: at("2010-11-01T00:00Z"),
    });
    expect(explainSlot(night, at("2010-11-07T03:00Z"))).toBe("free");
  });
});
