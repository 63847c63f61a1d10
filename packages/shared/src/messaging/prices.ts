import type { Currency } from "../kernel/money.ts";

/** As Meta sorts messages; `service` is free text within 24 hours of the person's last message. */
export const PRICE_CATEGORIES = ["utility", "marketing", "authentication", "service"] as const;
export type PriceCategory = (typeof PRICE_CATEGORIES)[number];

/** Millionths of a unit of `currency`. */
export type Price = { micros: number; currency: string };

type Rate = {
  /** ISO 3166; `*` where there is no rate of the country's own here. */
  country: string;
  category: PriceCategory;
  /** The first day on which it holds, by UTC. */
  from: string;
  micros: number;
};

const CURRENCY = "USD";

/**
 * What a message by Meta's Cloud API costs when it is delivered, by the country of the recipient's number.
 *
 * Known: Meta bills per delivered message since 2025-07-01. Brazil's list prices of 2025 and 2026 in
 * US dollars (docs.sent.dm/docs/guides/whatsapp-pricing, talkall.com.br/novidades/tarifas-whatsapp-2026,
 * and the cards of 2026-10-01 in huggingface.co/datasets/tobachat/whatsapp-api-rates, which agree with
 * them in another currency). Service messages, and utility templates within an open window, were free
 * until 2026-09-30; since then both cost what utility does (docs.ycloud.com, wha.tools).
 *
 * Not known, and so not here: the card in reais, for accounts that pay in them; discounts for many
 * messages a month; the 1,000 service messages a month that each number is given; what an
 * intermediary adds. For other countries stands a price that is of no card and meant to be too high, so
 * that a cap stops too early and not too late. Read Meta's own card before billing anybody by this.
 */
const CLOUD: readonly Rate[] = [
  { country: "BR", category: "utility", from: "2025-07-01", micros: 6_800 },
  { country: "BR", category: "authentication", from: "2025-07-01", micros: 6_800 },
  { country: "BR", category: "marketing", from: "2025-07-01", micros: 62_500 },
  { country: "*", category: "utility", from: "2025-07-01", micros: 55_000 },
  { country: "*", category: "authentication", from: "2025-07-01", micros: 55_000 },
  { country: "*", category: "marketing", from: "2025-07-01", micros: 160_000 },
  { country: "BR", category: "service", from: "2025-07-01", micros: 0 },
  { country: "*", category: "service", from: "2025-07-01", micros: 0 },
  { country: "BR", category: "service", from: "2026-10-01", micros: 6_800 },
  { country: "*", category: "service", from: "2026-10-01", micros: 55_000 },
];

/**
 * What one message costs at the instant `at` (ISO). `carrier` is what the ledger calls the driver: only
 * Meta's `cloud` bills by the message. Throws RangeError for a day before the first price.
 */
export function priceOf(
  carrier: string,
  category: PriceCategory,
  country: string,
  at: string,
): Price {
  if (carrier !== "cloud") return { micros: 0, currency: CURRENCY };
  const day = at.slice(0, 10);
  const dated = CLOUD.filter((rate) => rate.category === category && rate.from <= day);
  const own = dated.filter((rate) => rate.country === country);
  const rate = (own.length > 0 ? own : dated.filter((one) => one.country === "*")).reduce<
    Rate | undefined
  >((last, one) => (!last || one.from > last.from ? one : last), undefined);
  if (!rate) throw new RangeError(`no price of ${category} on ${day}`);
  return { micros: rate.micros, currency: CURRENCY };
}

/**
 * Units of each currency for one of Meta's dollars, rounded up so that a cap stops early: a budget is
 * no bill. Of 2026-11; to be renewed with the prices.
 */
const PER_DOLLAR: Record<Currency, number> = {
  BRL: 6,
  USD: 1,
  EUR: 1,
  INR: 95,
  JPY: 165,
  KWD: 0.33,
};

/** A price in another currency, rounded up to a whole millionth of its unit. */
export function inCurrency({ micros }: Price, currency: Currency): number {
  return Math.ceil(micros * PER_DOLLAR[currency]);
}
