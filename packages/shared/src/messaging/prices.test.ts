import { describe, expect, test } from "vitest";
import { inCurrency, PRICE_CATEGORIES, priceOf } from "./prices.ts";

const micros = (...asked: Parameters<typeof priceOf>) => priceOf(...asked).micros;

describe("what a message costs", () => {
  test("is of the day, by category and country", () => {
    expect(priceOf("cloud", "utility", "BR", "2026-11-26T12:00:00.000Z")).toEqual({
      micros: 6_800,
      currency: "USD",
    });
    expect(micros("cloud", "marketing", "BR", "2026-11-26T12:00:00.000Z")).toBe(62_500);
    // A price begins with its day and ends with the next one's.
    expect(micros("cloud", "service", "BR", "2026-09-30T23:59:59.999Z")).toBe(0);
    expect(micros("cloud", "service", "BR", "2026-10-01T00:00:00.000Z")).toBe(6_800);
  });

  test("where we know no price of a country, the message is taken for a dear one", () => {
    for (const category of PRICE_CATEGORIES)
      expect(micros("cloud", category, "CH", "2026-11-26T12:00:00.000Z")).toBeGreaterThanOrEqual(
        micros("cloud", category, "BR", "2026-11-26T12:00:00.000Z"),
      );
  });

  test.each(["evolution", "local", "none", "smtp", "resend", "app"])(
    "%s bills nothing by the message",
    (carrier) => {
      expect(micros(carrier, "marketing", "BR", "2026-11-26T12:00:00.000Z")).toBe(0);
    },
  );

  test("nothing was billed by the message before there were such prices", () => {
    expect(() => priceOf("cloud", "utility", "BR", "2025-06-30T12:00:00.000Z")).toThrow(RangeError);
  });
});

test("a budget in reais is spent by dollars that are dear rather than cheap", () => {
  expect(inCurrency({ micros: 6_800, currency: "USD" }, "BRL")).toBe(40_800);
  expect(inCurrency({ micros: 1, currency: "USD" }, "KWD")).toBe(1);
  expect(inCurrency({ micros: 0, currency: "USD" }, "BRL")).toBe(0);
});
