import { describe, expect, it } from "vitest";
import { formatPhone, phone, toE164 } from "./phone.ts";

describe("phone", () => {
  it.each([
    ["(11) 98765-4321", "+5511987654321"],
    ["11987654321", "+5511987654321"],
    ["+55 11 98765 4321", "+5511987654321"],
    ["+351 912 345 678", "+351912345678"],
    ["(11) 3222-1000", "+551132221000"],
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
