import fc from "fast-check";
import { expect, it } from "vitest";
import { MINUTE_MS } from "./calendar.ts";
import { isoOf } from "./instants.ts";

const YEAR_0 = Date.parse("0000-01-01T00:00:00Z");
const YEAR_9999 = Date.parse("9999-12-31T23:59:59.999Z");

it("writes what toISOString writes", () => {
  const instant = fc.integer({ min: YEAR_0, max: YEAR_9999 });
  const minute = instant.map((ms) => Math.max(YEAR_0, Math.floor(ms / MINUTE_MS) * MINUTE_MS));
  fc.assert(
    fc.property(fc.array(fc.oneof(instant, minute)), (instants) => {
      expect(isoOf(instants)).toEqual(instants.map((ms) => new Date(ms).toISOString()));
    }),
  );
});

it("writes days that follow each other, forwards and back", () => {
  const [before, after] = [-MINUTE_MS, 0];
  expect(isoOf([before, after, before])).toEqual([
    "1969-12-31T23:59:00.000Z",
    "1970-01-01T00:00:00.000Z",
    "1969-12-31T23:59:00.000Z",
  ]);
});

it("refuses what has no four-digit year", () => {
  expect(() => isoOf([YEAR_9999 + 1])).toThrow(RangeError);
  expect(() => isoOf([Number.NaN])).toThrow(RangeError);
});
