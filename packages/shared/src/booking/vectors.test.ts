import { describe, expect, it } from "vitest";
import { listSlots } from "./slots.ts";
import { at, daily, HOUR, iso, MINUTE, query, service } from "./testing/queries.ts";

const NEW_YORK = "America/New_York";
const SAO_PAULO = "America/Sao_Paulo";
const LONDON = "Europe/London";

/** First start and last end of the day's slots: how far the window reaches. */
function reach(slots: number[], durationMinutes = 60) {
  const [first, last] = [slots.at(0), slots.at(-1)];
  if (first === undefined || last === undefined) return [];
  return iso([first, last + durationMinutes * MINUTE]);
}

describe("bugs reported against other schedulers", () => {
  it("New York, the day clocks go forward: 13:00–18:00 is 17:00Z–22:00Z", () => {
    const slots = listSlots(query(NEW_YORK, "2026-03-08", daily("13:00-18:00")));
    expect(reach(slots)).toEqual(["2026-03-08T17:00Z", "2026-03-08T22:00Z"]);
    expect(slots).toHaveLength(5);
  });

  it("New York, the day after clocks went back: 09:00–17:00 is 14:00Z–22:00Z", () => {
    const slots = listSlots(query(NEW_YORK, "2026-11-02", daily("09:00-17:00")));
    expect(reach(slots)).toEqual(["2026-11-02T14:00Z", "2026-11-02T22:00Z"]);
  });

  it("São Paulo, every day of 2026: 09:00–18:00 is 12:00Z–21:00Z", () => {
    const slots = listSlots(
      query(SAO_PAULO, "2026-01-01", daily("09:00-18:00"), { to: "2026-12-31" }),
    );
    expect(slots).toHaveLength(365 * 9);
    const hours = new Set(slots.map((slot) => new Date(slot).getUTCHours()));
    expect([...hours]).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20]);
  });

  it("São Paulo, 2018-11-04: 00:30 does not exist, the first instant is 03:00Z", () => {
    const day = query(SAO_PAULO, "2018-11-04", daily("00:30-03:00"), { stepMinutes: 30 });
    expect(iso(listSlots(day))).toEqual([
      "2018-11-04T03:00Z",
      "2018-11-04T03:30Z",
      "2018-11-04T04:00Z",
    ]);
  });

  it("London, the day clocks go back: 00:00–03:00 is four hours long", () => {
    const slots = listSlots(query(LONDON, "2026-10-25", daily("00:00-03:00")));
    expect(iso(slots)).toEqual([
      "2026-10-24T23:00Z",
      "2026-10-25T00:00Z",
      "2026-10-25T01:00Z",
      "2026-10-25T02:00Z",
    ]);
  });

  it("Apia, 2011-12-30: the day does not exist, its neighbours do", () => {
    const week = daily("00:00-24:00");
    expect(listSlots(query("Pacific/Apia", "2011-12-30", week))).toEqual([]);
    const around = listSlots(
      query("Pacific/Apia", "2011-12-29", week, { to: "2011-12-31", service: service() }),
    );
    expect(around).toHaveLength(48);
    expect(reach(around)).toEqual(["2011-12-29T10:00Z", "2011-12-31T10:00Z"]);
  });

  it("a notice of two hours over a change of clocks is two elapsed hours", () => {
    // 01:30 EST, half an hour before clocks jump from 02:00 to 03:00.
    const forward = query(NEW_YORK, "2026-03-08", daily("00:00-24:00"), {
      now: at("2026-03-08T06:30Z"),
      service: service({ noticeMinutes: 120 }),
      stepMinutes: 30,
    });
    expect(iso(listSlots(forward))[0]).toBe("2026-03-08T08:30Z"); // 04:30 EDT
    // 00:30 EDT; clocks go from 02:00 back to 01:00.
    const back = { ...forward, from: "2026-11-01", to: "2026-11-01", now: at("2026-11-01T04:30Z") };
    expect(iso(listSlots(back))[0]).toBe("2026-11-01T06:30Z"); // 01:30 EST, the second one
  });
});

describe("the edges of windows", () => {
  const length = (zone: string, date: string, span: string) =>
    listSlots(
      query(zone, date, daily(span), { service: service({ durationMinutes: 1 }), stepMinutes: 1 }),
    ).length;

  it("a whole day has the hours that the day has", () => {
    expect(length(NEW_YORK, "2026-03-08", "00:00-24:00")).toBe(23 * 60);
    expect(length(NEW_YORK, "2026-11-01", "00:00-24:00")).toBe(25 * 60);
    expect(length("Australia/Lord_Howe", "2026-10-04", "00:00-24:00")).toBe(23.5 * 60);
    expect(length("Antarctica/Troll", "2026-03-29", "00:00-24:00")).toBe(22 * 60);
    expect(length("Asia/Kathmandu", "2026-03-08", "00:00-24:00")).toBe(24 * 60);
  });

  it("a window inside a gap is empty, one that ends in it ends when clocks jump", () => {
    expect(length(NEW_YORK, "2026-03-08", "02:10-02:50")).toBe(0);
    expect(length(NEW_YORK, "2026-03-08", "01:00-02:30")).toBe(60);
    expect(length(NEW_YORK, "2026-03-08", "02:30-04:00")).toBe(60);
  });

  it("a time that comes twice is the earlier one, as a start and as an end", () => {
    expect(length(LONDON, "2026-10-25", "01:30-02:30")).toBe(120);
    expect(length(LONDON, "2026-10-25", "00:30-01:30")).toBe(60);
  });

  it("where midnight does not exist, the day starts when it starts", () => {
    const [first] = listSlots(query("Africa/Cairo", "2026-04-24", daily("00:00-24:00")));
    expect(iso([first ?? 0])).toEqual(["2026-04-23T22:00Z"]);
    expect(length("Africa/Cairo", "2026-04-24", "00:00-24:00")).toBe(23 * 60);
    expect(length("Africa/Cairo", "2026-04-23", "00:00-24:00")).toBe(24 * 60);
  });

  it("where midnight comes twice, the day before ends at the first", () => {
    // St John's, until 2011: from 00:01 back to 23:01 of the day before.
    expect(length("America/St_Johns", "2010-11-06", "00:00-24:00")).toBe(24 * 60);
    expect(length("America/St_Johns", "2010-11-07", "00:00-24:00")).toBe(25 * 60);
  });

  it("a window to midnight and one from midnight stay two", () => {
    const night = query("America/Sao_Paulo", "2026-03-09", daily("22:00-24:00", "00:00-02:00"), {
      to: "2026-03-10",
      service: service({ durationMinutes: 90 }),
      stepMinutes: 30,
    });
    expect(iso(listSlots(night))).toEqual([
      "2026-03-09T03:00Z",
      "2026-03-09T03:30Z",
      "2026-03-10T01:00Z",
      "2026-03-10T01:30Z",
      "2026-03-10T03:00Z",
      "2026-03-10T03:30Z",
      "2026-03-11T01:00Z",
      "2026-03-11T01:30Z",
    ]);
  });

  it("steps are elapsed time from the window's start, also over a change of clocks", () => {
    const slots = listSlots(
      query(NEW_YORK, "2026-03-08", daily("00:20-05:00"), { stepMinutes: 45 }),
    );
    expect(slots.every((slot) => (slot - at("2026-03-08T05:20Z")) % (45 * MINUTE) === 0)).toBe(
      true,
    );
    expect(reach(slots)).toEqual(["2026-03-08T05:20Z", "2026-03-08T08:35Z"]);
    expect(at("2026-03-08T09:00Z") - at("2026-03-08T05:20Z")).toBeLessThan(4 * HOUR);
  });
});
