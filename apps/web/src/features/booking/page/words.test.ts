import { expect, it } from "vitest";
import { endOf, longDay, monthTitle, priceText, weekdays } from "./words.ts";

it("days and months are written out", () => {
  expect(longDay("2026-11-12", "pt-BR")).toBe("quinta-feira, 12 de novembro");
  expect(longDay("2026-11-12", "en")).toBe("Thursday, 12 November");
  expect(monthTitle("2026-03", "pt-BR")).toBe("março de 2026");
  expect(monthTitle("2026-03", "en")).toBe("March 2026");
  const short = weekdays("pt-BR").map((day) => day.short);
  expect(short).toEqual(["dom", "seg", "ter", "qua", "qui", "sex", "sáb"]);
  expect(weekdays("en")[6]).toEqual({ short: "Sat", long: "Saturday" });
});

it("amounts have the digits of their currency", () => {
  expect(priceText({ amount: 18_000, currency: "BRL" }, "pt-BR")).toBe("R$\u00a0180,00");
  expect(priceText({ amount: 18_000, currency: "JPY" }, "en")).toBe("¥18,000");
  expect(priceText({ amount: 1500, currency: "KWD" }, "en")).toBe("KWD\u00a01.500");
});

it("an end is so many minutes after the start", () => {
  expect(endOf("2026-11-12T17:00:00.000Z", 50)).toBe("2026-11-12T17:50:00.000Z");
});
