import { HOLIDAY_CALENDARS } from "@odys/shared/accounts/practice";
import { describe, expect, it } from "vitest";
import { holidaysBetween, holidaysOf } from "./holidays.ts";

describe("public holidays", () => {
  it("are Brazil's by national law, with their names in both languages", async () => {
    const holidays = await holidaysOf("BR", 2027);
    expect(holidays.map(({ date, names }) => [date, names["pt-BR"], names.en])).toEqual([
      ["2027-01-01", "Ano Novo", "New Year's Day"],
      ["2027-03-26", "Sexta-Feira Santa", "Good Friday"],
      ["2027-04-21", "Dia de Tiradentes", "Tiradentes' Day"],
      ["2027-05-01", "Dia do trabalhador", "Labour Day"],
      ["2027-09-07", "Dia da Independência", "Independence Day"],
      ["2027-10-12", "Nossa Senhora Aparecida", "Our Lady of Aparecida"],
      ["2027-11-02", "Dia de Finados", "All Souls' Day"],
      ["2027-11-15", "Proclamação da República", "Republic Day"],
      ["2027-11-20", "Dia da Consciência Negra", "Black Awareness Day"],
      ["2027-12-25", "Natal", "Christmas Day"],
    ]);
  });

  it("of a range that crosses the year, both ends included; none of no calendar", async () => {
    const dates = async (...range: Parameters<typeof holidaysBetween>) =>
      (await holidaysBetween(...range)).map(({ date }) => date);
    expect(await dates("BR", "2026-12-25", "2027-01-01")).toEqual(["2026-12-25", "2027-01-01"]);
    expect(await dates("BR", "2026-12-26", "2026-12-31")).toEqual([]);
    expect(await dates("BR", "0000-01-01", "0002-12-31")).toEqual([]);
    expect(await dates("none", "2026-01-01", "2026-12-31")).toEqual([]);
  });

  it.for(HOLIDAY_CALENDARS)("%s: each date once, in order, named", async (calendar) => {
    for (const year of [2026, 2027, 2028]) {
      const holidays = await holidaysOf(calendar, year);
      const dates = holidays.map(({ date }) => date);
      expect(dates).toEqual([...new Set(dates)].toSorted());
      expect(dates.every((date) => date.startsWith(`${year}-`))).toBe(true);
      for (const { names } of holidays) expect(names["pt-BR"] && names.en).toBeTruthy();
      expect(holidays.length > 4 || calendar === "none").toBe(true);
    }
  });
});
