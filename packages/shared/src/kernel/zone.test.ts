import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Temporal } from "./time.ts";
import { zoneOf } from "./zone.ts";

const ZONES = ["America/New_York", "Europe/Dublin", "Asia/Kathmandu", "Pacific/Apia", "UTC"];
const there = (zone: string, instant: number) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
const between = (from: string, to: string) =>
  fc.integer({ min: Date.parse(from), max: Date.parse(to) });

describe("a zone as arithmetic", () => {
  it("shows on the wall what Temporal shows, over more changes than it keeps", () => {
    // 1880: offsets of local mean time, in seconds. 400 years of New York have 700 changes.
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        between("1880-01-01", "2280-01-01"),
        (zone, instant) => {
          const offset = there(zone, instant).offsetNanoseconds / 1e6;
          expect(zoneOf(zone).wallAt(instant)).toBe(instant + offset);
        },
      ),
      { seed: 1, numRuns: 5_000 },
    );
  });

  it("finds the first instant of a wall time that exists", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), between("2024-01-01", "2031-01-01"), (zone, wall) => {
        const plain = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, -1));
        const earlier = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
        fc.pre(earlier.toPlainDateTime().equals(plain));
        expect(zoneOf(zone).instantAt(wall)).toBe(earlier.epochMilliseconds);
      }),
      { seed: 1, numRuns: 5_000 },
    );
  });

  it("is exact at the millisecond of a change", () => {
    const zone = zoneOf("America/New_York");
    const change = Date.parse("2026-03-08T07:00Z");
    expect(zone.wallAt(change - 1)).toBe(Date.parse("2026-03-08T01:59:59.999Z"));
    expect(zone.wallAt(change)).toBe(Date.parse("2026-03-08T03:00Z"));
    for (const skipped of ["02:00", "02:30", "03:00"])
      expect(zone.instantAt(Date.parse(`2026-03-08T${skipped}Z`))).toBe(change);
    expect(zone.instantAt(Date.parse("2026-03-08T01:59:59.999Z"))).toBe(change - 1);
  });

  it("knows the day of an instant, and refuses names that are none", () => {
    expect(zoneOf("Asia/Kathmandu").dayAt(Date.parse("1969-12-31T18:14Z"))).toBe(-1);
    expect(zoneOf("Asia/Kathmandu").dayAt(Date.parse("1969-12-31T18:30Z"))).toBe(0);
    expect(() => zoneOf("Mars/Olympus")).toThrow(RangeError);
  });
});
