import { expect, it } from "vitest";
import { calendarFile } from "./calendar-file.ts";

const entry = {
  id: "0190",
  title: "Sessão; com Ana, às duas",
  place: "Rua dos Pinheiros, 1000, sala 42, São Paulo, com uma descrição muito longa até a porta",
  startsAt: "2026-11-12T17:00:00.000Z",
  endsAt: "2026-11-12T17:50:00.000Z",
  tentative: true,
  writtenAt: "2026-11-01T09:30:15.123Z",
};

it("writes an event as RFC 5545 has it", () => {
  const text = calendarFile(entry);
  expect(text).toContain("DTSTART:20261112T170000Z\r\n");
  expect(text).toContain("DTSTAMP:20261101T093015Z\r\n");
  expect(text).toContain("SUMMARY:Sessão\\; com Ana\\, às duas\r\n");
  expect(text).toContain("STATUS:TENTATIVE\r\n");
  expect(calendarFile({ ...entry, tentative: false })).toContain("STATUS:CONFIRMED");
});

it("folds lines at 75 octets, and unfolded they are whole again", () => {
  const text = calendarFile(entry);
  const octets = text.split("\r\n").map((line) => new TextEncoder().encode(line).length);
  expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n ", "")).toContain(entry.place.replaceAll(",", "\\,"));
});
