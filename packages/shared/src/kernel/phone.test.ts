import { describe, expect, it } from "vitest";
import { canonicalPhone, formatPhone, isMobile, phone, phoneVariants, toE164 } from "./phone.ts";

describe("phone", () => {
  it.each([
    ["(11) 98765-4321", "+5511987654321"],
    ["11987654321", "+5511987654321"],
    ["+55 11 98765 4321", "+5511987654321"],
    ["+351 912 345 678", "+351912345678"],
    ["(11) 3222-1000", "+551132221000"],
    ["(11) 8765-4321", "+5511987654321"],
    ["+55 85 7654 3210", "+5585976543210"],
    ["+52 1 55 1234 5678", "+525512345678"],
  ])("reads %s as %s", (text, expected) => {
    expect(toE164(text)).toBe(expected);
    expect(phone.parse(text)).toBe(expected);
  });

  it.each(["", "123", "telefone", "+55 11"])("refuses %j", (text) => {
    expect(phone.safeParse(text).success).toBe(false);
  });

  it("shows a Brazilian number as Brazilians write it, others internationally", () => {
    expect(formatPhone("+5511987654321")).toBe("(11) 98765-4321");
    expect(formatPhone("+351912345678")).toBe("+351 912 345 678");
  });
});

describe("numbers of one person", () => {
  it.each([
    ["a Brazilian mobile", "+5511987654321", "+551187654321"],
    ["one of another area", "+5585976543210", "+558576543210"],
    ["a Mexican mobile", "+525512345678", "+5215512345678"],
    ["an Argentine mobile", "+5491123456789", "+541123456789"],
  ])("%s has two, whichever is asked for", (_, now, old) => {
    expect(phoneVariants(now)).toEqual([now, old]);
    expect(phoneVariants(old)).toEqual([now, old]);
  });

  it.each([
    ["a Brazilian landline", "+551132221000"],
    ["a mobile that would be a landline without its nine", "+5511932221000"],
    ["a Portuguese mobile", "+351912345678"],
    ["an American number with a Brazilian look", "+15511987654"],
    ["a German number", "+4915112345678"],
  ])("%s has one", (_, number) => {
    expect(phoneVariants(number)).toEqual([number]);
    expect(canonicalPhone(number)).toBe(number);
  });

  it("is kept as it is written today; an Argentine number stays as it is", () => {
    expect(canonicalPhone("+551187654321")).toBe("+5511987654321");
    expect(canonicalPhone("+5215512345678")).toBe("+525512345678");
    expect(canonicalPhone("+541123456789")).toBe("+541123456789");
  });

  it("a Brazilian landline is no mobile", () => {
    expect(
      ["+551132221000", "+5511987654321", "+551187654321", "+5511932221000"].map(isMobile),
    ).toEqual([false, true, true, true]);
    expect(isMobile("+351912345678")).toBe(true);
  });
});
