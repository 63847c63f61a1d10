import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainSlot } from "./explain.ts";
import { findObstacle, type Obstacle } from "./obstacle.ts";
import type { SlotRules } from "./rules.ts";
import { slotQuery } from "./testing/arbitrary.ts";
import { at, daily, MINUTE, query, service, window } from "./testing/queries.ts";

describe("findObstacle", () => {
  const rules: SlotRules = query("America/Sao_Paulo", "2026-03-09", daily("09:00-12:10"), {
    now: at("2026-03-08T15:00Z"),
    service: service({ noticeMinutes: 120, horizonDays: 9, bufferBeforeMinutes: 15 }),
    stepMinutes: 30,
    busy: [{ start: at("2026-03-09T12:30Z"), end: at("2026-03-09T13:00Z") }],
    holidays: new Set(["2026-03-10"]),
    exceptions: [
      { date: "2026-03-11", windows: [window("14:00-24:00"), window("09:00-09:30")] },
      { date: "2026-03-12", windows: [] },
    ],
    caps: {
      perDay: 4,
      perWeek: 5,
      booked: new Map([
        ["2026-03-08", 9],
        ["2026-03-09", 1],
        ["2026-03-13", 3],
        ["2026-03-15", 1],
        ["2026-03-16", 5],
      ]),
    },
  });
  const uncapped = { ...rules, caps: undefined };

  it.each([
    ["2026-03-09T13:30Z", { reason: "free" }],
    ["2026-03-10T12:00Z", { reason: "holiday", date: "2026-03-10" }],
    ["2026-03-12T12:00Z", { reason: "exception_closed", date: "2026-03-12" }],
    [
      "2026-03-11T16:00Z",
      {
        reason: "outside_hours",
        date: "2026-03-11",
        source: "exception",
        windows: [window("09:00-09:30"), window("14:00-24:00")],
      },
    ],
    [
      "2026-03-10T01:00Z",
      {
        reason: "outside_hours",
        date: "2026-03-09",
        source: "weekly",
        windows: [window("09:00-12:10")],
      },
    ],
    [
      "2026-03-09T14:30Z",
      {
        reason: "straddles_window_end",
        windowEndsAt: at("2026-03-09T15:10Z"),
        lastStartsAt: at("2026-03-09T14:00Z"),
      },
    ],
    [
      "2026-03-11T12:00Z",
      {
        reason: "straddles_window_end",
        windowEndsAt: at("2026-03-11T12:30Z"),
        lastStartsAt: null,
      },
    ],
    [
      "2026-03-09T13:40Z",
      {
        reason: "off_step",
        stepMinutes: 30,
        before: at("2026-03-09T13:30Z"),
        after: at("2026-03-09T14:00Z"),
      },
    ],
    [
      "2026-03-09T14:05Z",
      { reason: "off_step", stepMinutes: 30, before: at("2026-03-09T14:00Z"), after: null },
    ],
    [
      "2026-03-08T14:00Z",
      { reason: "too_soon", noticeMinutes: 120, earliest: at("2026-03-08T17:00Z") },
    ],
    ["2026-03-18T12:00Z", { reason: "too_far", horizonDays: 9, lastDate: "2026-03-17" }],
    [
      "2026-03-09T12:00Z",
      { reason: "busy", from: at("2026-03-09T12:00Z"), until: at("2026-03-09T13:00Z") },
    ],
    [
      "2026-03-09T13:00Z",
      { reason: "buffer", from: at("2026-03-09T12:45Z"), until: at("2026-03-09T14:00Z") },
    ],
  ])("at %s: %o", (instant, obstacle) => {
    expect(findObstacle(uncapped, at(instant))).toEqual(obstacle);
  });

  it("counts a cap's day, and its week from Monday to Sunday", () => {
    expect(findObstacle(rules, at("2026-03-14T12:00Z"))).toEqual({
      reason: "week_cap",
      limit: 5,
      booked: 5,
      from: "2026-03-09",
      to: "2026-03-15",
    });
    expect(findObstacle(rules, at("2026-03-16T12:00Z"))).toEqual({
      reason: "day_cap",
      limit: 4,
      booked: 5,
      from: "2026-03-16",
      to: "2026-03-16",
    });
  });

  it("has the reason of explainSlot for any rules and instant, and figures that agree with it", () => {
    fc.assert(
      fc.property(slotQuery(), fc.integer({ min: -50 * 60, max: 120 * 60 }), (any, minute) => {
        const instant = at(`${any.from}T00:00Z`) + minute * MINUTE;
        const obstacle = findObstacle(any, instant);
        expect(obstacle.reason).toBe(explainSlot(any, instant));
        expect(contradictions(any, instant, obstacle)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** What would be offered instead is on the step and fits, whatever else forbids it; a cap is reached. */
function contradictions(rules: SlotRules, instant: number, obstacle: Obstacle): unknown[] {
  const misfits = (at: number | null) =>
    at !== null && ["off_step", "straddles_window_end"].includes(explainSlot(rules, at));
  switch (obstacle.reason) {
    case "off_step": {
      const { before, after } = obstacle;
      const around = before < instant && (after === null || instant < after);
      return around ? [before, after].filter(misfits) : [obstacle];
    }
    case "straddles_window_end":
      return [obstacle.lastStartsAt].filter(misfits);
    case "day_cap":
    case "week_cap":
      return obstacle.booked >= obstacle.limit ? [] : [obstacle];
    default:
      return [];
  }
}
