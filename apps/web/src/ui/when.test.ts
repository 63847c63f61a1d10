import { describe, expect, test } from "vitest";
import { clockText, dayText, durationText, fullText, localDay, nearDay, timeText } from "./when.ts";

const ZONE = "America/Sao_Paulo";
const NOW = "2026-11-11T15:00:00Z";
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("the local day is the zone's, whatever the machine's", () => {
  expect(localDay("2026-11-12T02:30:00Z", ZONE)).toBe("2026-11-11");
  expect(localDay("2026-11-12T02:30:00Z", "Asia/Tokyo")).toBe("2026-11-12");
});

test.each([
  ["2026-11-12T17:00:00Z", "14h", "2 pm", "14:00"],
  ["2026-11-12T17:30:00Z", "14h30", "2:30 pm", "14:30"],
  ["2026-11-12T03:05:00Z", "0h05", "12:05 am", "00:05"],
  ["2026-11-12T15:00:00Z", "12h", "12 pm", "12:00"],
])("%s is said %s and %s, and written %s", (at, pt, en, clock) => {
  expect(timeText(at, ZONE, "pt-BR")).toBe(pt);
  expect(timeText(at, ZONE, "en")).toBe(en);
  expect(clockText(at, ZONE)).toBe(clock);
});

describe("days", () => {
  test.each([
    ["2026-11-11", "today"],
    ["2026-11-12", "tomorrow"],
    ["2026-11-10", "yesterday"],
    ["2026-11-13", null],
  ])("%s is %s", (day, near) => {
    expect(nearDay(day, NOW, ZONE)).toBe(near);
  });

  test("today ends at the zone's midnight, not at that of UTC", () => {
    expect(nearDay("2026-11-11", "2026-11-12T02:59:00Z", ZONE)).toBe("today");
    expect(nearDay("2026-11-11", "2026-11-12T03:00:00Z", ZONE)).toBe("yesterday");
  });

  test("further days are named, with the year when it is another", () => {
    expect(dayText("2026-11-19", "pt-BR", NOW, ZONE)).toBe("qui 19/11");
    expect(dayText("2026-11-19", "en", NOW, ZONE)).toBe("Thu 19 Nov");
    expect(dayText("2027-01-04", "pt-BR", NOW, ZONE)).toBe("seg 04/01/2027");
    expect(dayText("2027-01-04", "en", NOW, ZONE)).toBe("Mon 4 Jan 2027");
  });
});

test("the tooltip says everything, the zone included", () => {
  const text = plain(fullText("2026-11-12T17:00:00Z", ZONE, "pt-BR"));
  expect(text).toMatch(/quinta-feira, 12 de novembro de 2026.*14:00.*Brasília/);
});

test.each([
  [0, "0 min", "0 min"],
  [50, "50 min", "50 min"],
  [65, "1h05", "1 h 5 min"],
  [90, "1h30", "1 h 30 min"],
  [2400, "40h", "40 h"],
])("%d minutes are %s, %s", (minutes, portuguese, english) => {
  expect(durationText(minutes, "pt-BR")).toBe(portuguese);
  expect(durationText(minutes, "en")).toBe(english);
});
