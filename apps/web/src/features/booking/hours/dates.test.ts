import { describe, expect, it } from "vitest";
import { leftOver, plusDays, spansText, specialDates } from "./dates.ts";

const MORNING = [{ startTime: "09:00", endTime: "12:00" }];
const on = (date: string, windows = MORNING, note = "") => ({ date, windows, note });

describe("special dates", () => {
  it("are one line for dates in a row that are the same, and another for each holiday", () => {
    const exceptions = [
      on("2026-12-23", [], "Férias"),
      on("2026-12-24", [], "Férias"),
      on("2026-12-25", [], "Férias"),
      on("2026-12-26", [], "Outra"),
      on("2026-12-28", [], "Outra"),
      on("2027-01-01"),
      on("2027-01-02"),
    ];
    const holidays = [
      { date: "2026-11-20", name: "Consciência Negra" },
      { date: "2026-12-25", name: "Natal" },
      { date: "2027-01-01", name: "Ano Novo" },
    ];
    expect(specialDates(exceptions, holidays)).toEqual([
      { kind: "holiday", from: "2026-11-20", name: "Consciência Negra", windows: [] },
      { kind: "exception", from: "2026-12-23", to: "2026-12-25", windows: [], note: "Férias" },
      { kind: "exception", from: "2026-12-26", to: "2026-12-26", windows: [], note: "Outra" },
      { kind: "exception", from: "2026-12-28", to: "2026-12-28", windows: [], note: "Outra" },
      { kind: "holiday", from: "2027-01-01", name: "Ano Novo", windows: MORNING },
      { kind: "exception", from: "2027-01-02", to: "2027-01-02", windows: MORNING, note: "" },
    ]);
  });

  it("count days over months and years", () => {
    expect(plusDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(plusDays("2028-03-01", -1)).toBe("2028-02-29");
  });

  it("give up what a change of dates leaves out", () => {
    const old = { from: "2026-12-10", to: "2026-12-20" };
    const rest = (from: string, to: string) => leftOver(old, { from, to });
    expect(rest("2026-12-10", "2026-12-20")).toEqual([]);
    expect(rest("2026-12-01", "2026-12-31")).toEqual([]);
    expect(rest("2026-12-12", "2026-12-18")).toEqual([
      { from: "2026-12-10", to: "2026-12-11" },
      { from: "2026-12-19", to: "2026-12-20" },
    ]);
    expect(rest("2027-01-01", "2027-01-02")).toEqual([old]);
    expect(rest("2026-11-01", "2026-11-02")).toEqual([old]);
  });

  it("say their hours", () => {
    expect(spansText([...MORNING, { startTime: "13:00", endTime: "24:00" }])).toBe(
      "09:00–12:00, 13:00–24:00",
    );
  });
});
