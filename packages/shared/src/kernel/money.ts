import * as z from "zod";

/** ISO 4217 codes that Odys takes; BRL first. The digits are those of the minor unit. */
export const CURRENCIES = { BRL: 2, USD: 2, EUR: 2, INR: 2, JPY: 0, KWD: 3 } as const;
export type Currency = keyof typeof CURRENCIES;
export const currency = z.enum(Object.keys(CURRENCIES) as [Currency, ...Currency[]]);

/** An amount in integer minor units (centavos) with its ISO 4217 currency. */
export const money = z.object({
  amount: z.int().min(0).max(100_000_000),
  currency,
});
export type Money = z.infer<typeof money>;

/** "R$ 120,00" in the reader's language. The only place where minor units become a decimal. */
export function formatMoney({ amount, currency: code }: Money, locale: string): string {
  const digits = CURRENCIES[code];
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: code,
    minimumFractionDigits: digits,
  }).format(amount / 10 ** digits);
}
