import { expect, it } from "vitest";
import { instantOf } from "./local-instant.ts";

it.each([
  ["2026-12-01", "09:30", "America/Sao_Paulo", "2026-12-01T12:30:00.000Z"],
  ["2026-12-01", "23:30", "America/Los_Angeles", "2026-12-02T07:30:00.000Z"],
  ["2026-12-01", "00:15", "Asia/Kathmandu", "2026-11-30T18:30:00.000Z"],
  // New York: 02:30 is skipped in spring, 01:30 comes twice in autumn.
  ["2026-03-08", "01:30", "America/New_York", "2026-03-08T06:30:00.000Z"],
  ["2026-03-08", "02:30", "America/New_York", "2026-03-08T07:30:00.000Z"],
  ["2026-03-08", "03:30", "America/New_York", "2026-03-08T07:30:00.000Z"],
  ["2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
  ["2026-11-01", "02:30", "America/New_York", "2026-11-01T07:30:00.000Z"],
])("%s %s in %s", (date, time, zone, instant) => {
  expect(instantOf(date, time, zone)).toBe(instant);
});

it("waits for a whole date and time", () => {
  expect(instantOf("", "10:00", "UTC")).toBeNull();
  expect(instantOf("2026-12-01", "", "UTC")).toBeNull();
});
