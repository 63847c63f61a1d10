import { describe, expect, test } from "vitest";
import {
  dayName,
  inOrder,
  isWeekSound,
  OFFICE_WEEK,
  oneMore,
  openingSpans,
  openMinutes,
  problemOf,
  spansOf,
  withDays,
} from "./week.ts";

const span = (startTime: string, endTime: string) => ({ startTime, endTime });

describe("what is wrong with a day", () => {
  test.each([
    [[], null],
    [[span("09:00", "12:00")], null],
    [[span("09:00", "12:00"), span("12:00", "24:00")], null],
    [[span("14:00", "18:00"), span("08:00", "12:00")], null],
    [[span("", "12:00")], "incomplete"],
    [[span("09:00", "09:00")], "order"],
    [[span("18:00", "09:00")], "order"],
    [[span("09:00", "13:00"), span("12:30", "18:00")], "overlap"],
    [[span("12:30", "18:00"), span("09:00", "13:00")], "overlap"],
  ])("%j: %j", (spans, problem) => {
    expect(problemOf(spans)).toBe(problem);
  });
});

test("the week that is offered is sound and has forty hours", () => {
  expect(isWeekSound(OFFICE_WEEK)).toBe(true);
  expect(openMinutes(OFFICE_WEEK)).toBe(40 * 60);
  expect(isWeekSound([{ dayOfWeek: 3, ...span("10:00", "") }])).toBe(false);
});

test("days are replaced, the others stay", () => {
  const week = withDays(OFFICE_WEEK, [5, 6], [span("08:00", "10:00")]);
  expect(spansOf(week, 5)).toEqual([span("08:00", "10:00")]);
  expect(spansOf(week, 6)).toEqual([span("08:00", "10:00")]);
  expect(spansOf(week, 1)).toEqual(spansOf(OFFICE_WEEK, 1));
  expect(withDays(week, [1, 2, 3, 4, 5, 6], [])).toEqual([]);
});

test("saved in order", () => {
  const week = [
    { dayOfWeek: 2, ...span("14:00", "15:00") },
    { dayOfWeek: 2, ...span("08:00", "09:00") },
    { dayOfWeek: 0, ...span("08:00", "09:00") },
  ];
  expect(inOrder(week).map((w) => `${w.dayOfWeek} ${w.startTime}`)).toEqual([
    "0 08:00",
    "2 08:00",
    "2 14:00",
  ]);
});

describe("one more window", () => {
  test.each([
    [[], span("09:00", "18:00")],
    [[span("09:00", "12:00")], span("13:00", "15:00")],
    [[span("09:00", "22:00")], span("23:00", "24:00")],
    [[span("09:00", "23:30")], span("23:30", "24:00")],
    [[span("09:00", "24:00")], null],
  ])("after %j: %j", (spans, next) => {
    expect(oneMore(spans)).toEqual(next);
  });
});

test("a day opens with the hours of the day before it", () => {
  const week = [
    { dayOfWeek: 2, ...span("10:00", "16:00") },
    { dayOfWeek: 5, ...span("08:00", "12:00") },
  ];
  expect(openingSpans(week, 4)).toEqual([span("10:00", "16:00")]);
  expect(openingSpans(week, 0)).toEqual([span("08:00", "12:00")]);
  expect(openingSpans(week, 1)).toEqual([span("10:00", "16:00")]);
  expect(openingSpans([], 6)).toEqual(spansOf(OFFICE_WEEK, 1));
});

test("days in words", () => {
  expect(dayName(0, "pt-BR")).toBe("domingo");
  expect(dayName(6, "pt-BR", "short")).toBe("sáb");
  expect(dayName(1, "en")).toBe("Monday");
});
