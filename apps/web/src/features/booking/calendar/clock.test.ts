import { describe, expect, it } from "vitest";
import { type DaySpan, instantAt, minuteAt, snap } from "./clock.ts";

const day = (date: string, start: string, end: string): DaySpan => ({
  date,
  start: Date.parse(start),
  end: Date.parse(end),
});
const plain = day("2026-11-25", "2026-11-25T03:00Z", "2026-11-26T03:00Z");
const SAO_PAULO = "America/Sao_Paulo";
// New York: clocks go forward on 8 March and back on 1 November.
const short = day("2026-03-08", "2026-03-08T05:00Z", "2026-03-09T04:00Z");
const long = day("2026-11-01", "2026-11-01T04:00Z", "2026-11-02T05:00Z");
const NEW_YORK = "America/New_York";

describe("minutes on the wall", () => {
  it("of a plain day, and at its edges", () => {
    const at = (text: string) => minuteAt(plain, SAO_PAULO, Date.parse(text));
    expect(at("2026-11-25T12:30Z")).toBe(570);
    expect(at("2026-11-24T12:30Z")).toBe(0);
    expect(at("2026-11-26T12:30Z")).toBe(1440);
    expect(at("2026-11-26T03:00Z")).toBe(1440);
  });

  it("of days with 23 and 25 hours", () => {
    expect(minuteAt(short, NEW_YORK, Date.parse("2026-03-08T06:59Z"))).toBe(119);
    expect(minuteAt(short, NEW_YORK, Date.parse("2026-03-08T07:00Z"))).toBe(180);
    expect(minuteAt(short, NEW_YORK, Date.parse("2026-03-08T22:00Z"))).toBe(1080);
    expect(minuteAt(long, NEW_YORK, Date.parse("2026-11-01T05:30Z"))).toBe(90);
    expect(minuteAt(long, NEW_YORK, Date.parse("2026-11-01T06:30Z"))).toBe(90);
    expect(minuteAt(long, NEW_YORK, Date.parse("2026-11-01T22:00Z"))).toBe(1020);
  });

  it("and back: in the gap the moment of the jump, of two the earlier", () => {
    const iso = (span: DaySpan, minute: number) =>
      new Date(instantAt(span, NEW_YORK, minute)).toISOString();
    expect(iso(short, 150)).toBe("2026-03-08T07:00:00.000Z");
    expect(iso(short, 1080)).toBe("2026-03-08T22:00:00.000Z");
    expect(iso(long, 90)).toBe("2026-11-01T05:30:00.000Z");
    expect(iso(long, 1020)).toBe("2026-11-01T22:00:00.000Z");
    expect(instantAt(short, NEW_YORK, 1440)).toBe(short.end);
    expect(instantAt(plain, SAO_PAULO, 570)).toBe(Date.parse("2026-11-25T12:30Z"));
  });

  it("snap to the step, within the day", () => {
    expect([7, 8, 22, 23].map((minute) => snap(minute, 15))).toEqual([0, 15, 15, 30]);
    expect([snap(-30, 15), snap(2000, 15)]).toEqual([0, 1440]);
  });
});
