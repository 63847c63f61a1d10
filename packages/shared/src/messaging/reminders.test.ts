import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isQuiet, remindersOf, type ReminderRules } from "./reminders.ts";

const RULES: ReminderRules = {
  minutes: [1440, 60],
  quietFrom: 22 * 60,
  quietUntil: 8 * 60,
  zone: "America/Sao_Paulo",
};
const at = (text: string) => Date.parse(text);
const times = (startsAt: string, now: string, rules: Partial<ReminderRules> = {}) =>
  remindersOf(at(startsAt), { ...RULES, ...rules }, at(now)).map(
    ({ at: when, minutes, template }) => `${new Date(when).toISOString()} ${minutes} ${template}`,
  );

describe("when clients are reminded", () => {
  it("a day and an hour before", () => {
    expect(times("2026-12-01T17:00:00Z", "2026-11-20T12:00:00Z")).toEqual([
      "2026-11-30T17:00:00.000Z 1440 reminder24h",
      "2026-12-01T16:00:00.000Z 60 reminder1h",
    ]);
  });

  it("not in the past: who books inside the longer lead has the shorter one", () => {
    expect(times("2026-12-01T17:00:00Z", "2026-12-01T12:00:00Z")).toEqual([
      "2026-12-01T16:00:00.000Z 60 reminder1h",
    ]);
  });

  it("who books inside every lead has one half way, or none when it is soon", () => {
    const only = { minutes: [1440] };
    expect(times("2026-12-01T17:00:00Z", "2026-12-01T12:00:00Z", only)).toEqual([
      "2026-12-01T15:00:00.000Z 120 reminder1h",
    ]);
    expect(times("2026-12-01T17:00:00Z", "2026-12-01T13:30:00Z", only)).toEqual([]);
    expect(times("2026-12-01T17:00:00Z", "2026-12-01T12:00:00Z", { minutes: [] })).toEqual([]);
  });

  it("out of the quiet hours: later where that leaves time, else before they begin", () => {
    // At 6 in the morning: the day before until 8, the hour before not at 5 but the evening before.
    expect(times("2026-12-02T09:00:00Z", "2026-11-20T12:00:00Z")).toEqual([
      "2026-12-01T11:00:00.000Z 1440 reminder24h",
      "2026-12-02T00:59:00.000Z 60 reminder1h",
    ]);
  });

  it("quiet hours are those of the wall, over a change of clocks too", () => {
    // New York, 8 March 2026: 2 a.m. becomes 3 a.m.; the day before is 23 hours long.
    const rules = { zone: "America/New_York", minutes: [600] };
    // Begins at 9 EDT (13:00Z); 10 hours before is 22:00 EST on the 7th (03:00Z), which is quiet.
    expect(times("2026-03-08T13:00:00Z", "2026-03-01T12:00:00Z", rules)).toEqual([
      "2026-03-08T02:59:00.000Z 600 reminder24h",
    ]);
    // With a longer lead it waits for 8 o'clock EDT, which is 12:00Z and not 13:00Z.
    expect(
      times("2026-03-08T20:00:00Z", "2026-03-01T12:00:00Z", { ...rules, minutes: [900] }),
    ).toEqual(["2026-03-08T12:00:00.000Z 900 reminder24h"]);
  });

  it("quiet hours within one day, and none at all", () => {
    const siesta = { quietFrom: 12 * 60, quietUntil: 14 * 60, minutes: [240] };
    expect(times("2026-12-01T20:00:00Z", "2026-11-20T12:00:00Z", siesta)).toEqual([
      "2026-12-01T17:00:00.000Z 240 reminder24h",
    ]);
    const never = { quietFrom: 0, quietUntil: 0, minutes: [60] };
    expect(times("2026-12-02T07:00:00Z", "2026-11-20T12:00:00Z", never)).toEqual([
      "2026-12-02T06:00:00.000Z 60 reminder1h",
    ]);
  });

  it("never in the past, never quiet, never after the start, each once and in order", () => {
    const zones = ["America/Sao_Paulo", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"];
    fc.assert(
      fc.property(
        fc.integer({ min: at("2026-01-01"), max: at("2027-12-31") }),
        fc.integer({ min: 0, max: 20 * 1440 }),
        fc.uniqueArray(fc.integer({ min: 5, max: 20160 }), { maxLength: 5 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(...zones),
        (startsAt, before, minutes, quietFrom, quietUntil, zone) => {
          const rules = { minutes, quietFrom, quietUntil, zone };
          const now = startsAt - before * 60_000;
          const found = remindersOf(startsAt, rules, now);
          for (const { at: when, notAfter } of found) {
            expect(when).toBeGreaterThanOrEqual(now);
            expect(when).toBeLessThan(startsAt);
            expect(notAfter).toBeGreaterThanOrEqual(when);
            expect(notAfter).toBeLessThan(startsAt);
          }
          expect(found.map(({ at: when }) => when)).toEqual(
            found.map(({ at: when }) => when).toSorted((a, b) => a - b),
          );
          const length = (quietUntil - quietFrom + 1440) % 1440;
          // Where nearly the whole day is quiet there is no way out of it.
          const quiet = found.filter(({ at: when }) => isQuiet(when, rules));
          expect(length < 1300 ? quiet : []).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
