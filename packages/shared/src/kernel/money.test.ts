import { describe, expect, it } from "vitest";
import { formatMoney, money } from "./money.ts";

/** Intl separates with a no-break space. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("money", () => {
  it("shows minor units by the currency's digits", () => {
    expect(plain(formatMoney({ amount: 12_050, currency: "BRL" }, "pt-BR"))).toBe("R$ 120,50");
    expect(plain(formatMoney({ amount: 500, currency: "JPY" }, "en"))).toBe("¥500");
    expect(plain(formatMoney({ amount: 1_500, currency: "KWD" }, "en"))).toBe("KWD 1.500");
  });

  it("takes whole minor units only", () => {
    expect(money.safeParse({ amount: 0, currency: "BRL" }).success).toBe(true);
    expect(money.safeParse({ amount: 1.5, currency: "BRL" }).success).toBe(false);
    expect(money.safeParse({ amount: -1, currency: "BRL" }).success).toBe(false);
    expect(money.safeParse({ amount: 1, currency: "XXX" }).success).toBe(false);
  });
});
