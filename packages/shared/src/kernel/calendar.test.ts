import { expect, it } from "vitest";
import {
  dateOfDay,
  dayOfDate,
  dayOfWeek,
  minuteOfTime,
  timeOfMinute,
  weekOfDay,
} from "./calendar.ts";

it("counts days", () => {
  expect(dayOfDate("1970-01-01")).toBe(0);
  expect(dayOfDate("2026-03-08")).toBe(20_520);
  for (const date of ["0001-01-01", "1969-12-31", "2024-02-29", "9999-12-31"])
    expect(dateOfDay(dayOfDate(date))).toBe(date);
  expect(() => dateOfDay(dayOfDate("9999-12-31") + 1)).toThrow(RangeError);
});

it.each(["2026-02-29", "2026-13-01", "2026-1-1", "+002026-01-01", ""])("refuses %j", (date) => {
  expect(() => dayOfDate(date)).toThrow(RangeError);
});

it("knows days of the week and weeks from Monday on, before 1970 as well", () => {
  expect(dayOfWeek(dayOfDate("2026-03-08"))).toBe(0);
  expect(dayOfWeek(dayOfDate("1969-12-31"))).toBe(3);
  const week = (date: string) => weekOfDay(dayOfDate(date));
  expect(week("2026-03-08") + 1).toBe(week("2026-03-09"));
  expect(week("2026-03-09")).toBe(week("2026-03-15"));
  expect(week("1969-12-29")).toBe(week("1970-01-04"));
});

it("reads times", () => {
  expect(["00:00", "09:05", "23:59", "24:00"].map(minuteOfTime)).toEqual([0, 545, 1439, 1440]);
  for (const time of ["24:01", "9:00", "12:60", "12:00:00"])
    expect(() => minuteOfTime(time)).toThrow(RangeError);
  expect([0, 545, 1439, 1440].map(timeOfMinute)).toEqual(["00:00", "09:05", "23:59", "24:00"]);
});
