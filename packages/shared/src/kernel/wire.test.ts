import { describe, expect, it } from "vitest";
import { email, instant, line, localDate, localTime, prose, timeZone } from "./wire.ts";

const takes = (schema: { safeParse(v: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe("wire shapes", () => {
  it("an instant is UTC", () => {
    expect(takes(instant, "2026-11-23T12:00:00.000Z")).toBe(true);
    expect(takes(instant, "2026-11-23T09:00:00-03:00")).toBe(false);
    expect(takes(instant, "2026-02-30T12:00:00Z")).toBe(false);
  });

  it("a local date exists in the calendar", () => {
    expect(takes(localDate, "2028-02-29")).toBe(true);
    expect(takes(localDate, "2026-02-29")).toBe(false);
  });

  it.each([
    ["00:00", true],
    ["23:59", true],
    ["24:00", true],
    ["24:01", false],
    ["9:00", false],
    ["09:60", false],
  ])("a local time: %s is %s", (text, expected) => {
    expect(takes(localTime, text)).toBe(expected);
  });

  it.each([
    ["America/Sao_Paulo", true],
    ["America/Argentina/Buenos_Aires", true],
    ["Etc/GMT+3", true],
    ["UTC", true],
    ["+03:00", false],
    ["America/Nowhere", false],
    ["../etc/passwd", false],
    // Intl takes them, the slot engine and the database do not.
    ["PST", false],
    ["CTT", false],
    ["SystemV/AST4", false],
    ["", false],
  ])("a zone is an IANA name: %s is %s", (name, expected) => {
    expect(takes(timeZone, name)).toBe(expected);
  });

  it("a line has no control characters, a prose only line breaks and tabs", () => {
    expect(line(10).parse("  Ana  ")).toBe("Ana");
    expect(takes(line(10), "a\nb")).toBe(false);
    expect(takes(line(10), "a\u202eb")).toBe(false);
    expect(takes(line(10), "")).toBe(false);
    expect(prose(20).parse("oi\r\n\ttudo bem")).toBe("oi\r\n\ttudo bem");
    expect(takes(prose(20), "a\u0000b")).toBe(false);
  });

  it("an e-mail is compared in lower case", () => {
    expect(email.parse(" Ana@Exemplo.COM ")).toBe("ana@exemplo.com");
    expect(takes(email, "ana@")).toBe(false);
  });
});
