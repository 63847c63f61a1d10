import { describe, expect, test } from "vitest";
import { initials } from "./avatar.tsx";
import { validationSentence } from "./form/field-error.ts";
import { moneyText, parseMoney } from "./money-text.ts";
import { maskPhone } from "./phone-mask.ts";
import { pickTheme } from "./theme.ts";
import { isForward } from "./time-range.tsx";

describe("money", () => {
  test.each([
    ["120", "pt-BR", 12_000],
    ["120,5", "pt-BR", 12_050],
    ["R$ 1.234,56", "pt-BR", 123_456],
    ["1.500", "pt-BR", 150_000],
    ["12.5", "pt-BR", 1250],
    ["1,234.56", "en", 123_456],
    ["1,500", "en", 150_000],
    [",90", "pt-BR", 90],
    ["0", "pt-BR", 0],
    ["12,345", "pt-BR", null],
    ["-5", "pt-BR", null],
    ["1.2.3", "pt-BR", null],
    ["", "pt-BR", null],
    ["abc", "pt-BR", null],
  ])("%j in %s is %j", (text, locale, amount) => {
    expect(parseMoney(text, locale, 2)).toBe(amount);
  });

  test("what is written can be read again", () => {
    for (const locale of ["pt-BR", "en"])
      for (const amount of [0, 5, 99, 100, 12_345, 1_234_567, 100_000_000])
        expect(parseMoney(moneyText(amount, locale, 2), locale, 2)).toBe(amount);
  });

  test("a currency without a minor unit", () => {
    expect(parseMoney("1.500", "pt-BR", 0)).toBe(1500);
    expect(parseMoney("1,5", "pt-BR", 0)).toBeNull();
  });
});

describe("phone", () => {
  test.each([
    ["1", "(1"],
    ["11", "(11"],
    ["119", "(11) 9"],
    ["1133334444", "(11) 3333-4444"],
    ["11987654321", "(11) 98765-4321"],
    ["+55 11 98765-4321", "(11) 98765-4321"],
    ["5511987654321", "(11) 98765-4321"],
    ["(11) 98765-4321", "(11) 98765-4321"],
    ["+351 912 345 678", "+351 912 345 678"],
    ["+", "+"],
    ["", ""],
  ])("%j is shown as %j", (typed, shown) => {
    expect(maskPhone(typed)).toBe(shown);
  });
});

describe("the sentence for a failed check", () => {
  test.each([
    [{ type: "too_small" }, "", "required"],
    [{ type: "too_small" }, "ab", "tooShort"],
    [{ type: "too_small" }, -1, "number"],
    [{ type: "custom", message: "phone" }, "12", "phone"],
    [{ type: "invalid_format", message: "Invalid email address" }, "a@", "email"],
    [{ type: "invalid_value" }, "x", "choice"],
    [{ type: "something_new" }, "x", "invalid"],
  ] as const)("%j with %j: %s", (failure, value, sentence) => {
    expect(validationSentence(failure, value)).toBe(sentence);
  });
});

test("a span of time runs forward, up to 24:00", () => {
  expect(isForward({ start: "09:00", end: "24:00" })).toBe(true);
  expect(isForward({ start: "09:00", end: "09:00" })).toBe(false);
  expect(isForward({ start: "", end: "10:00" })).toBe(false);
});

test("initials", () => {
  expect(initials("Ana Beatriz Souza")).toBe("AS");
  expect(initials("  élia ")).toBe("É");
  expect(initials("")).toBe("");
});

test("an unknown theme is the device's", () => {
  expect(pickTheme("dark")).toBe("dark");
  expect(pickTheme("pink")).toBe("system");
  expect(pickTheme(undefined)).toBe("system");
});
