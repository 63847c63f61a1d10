/** The character between units and cents in a language: "," in pt-BR, "." in en. */
function decimalMark(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value ?? ".";
}

/**
 * Reads what somebody typed as money into integer minor units, or null when it is no amount.
 * `digits` are those of the minor unit. A group mark is told from a decimal mark by what follows:
 * "1.500" is one thousand five hundred in pt-BR, "1.5" is one and a half in both.
 */
export function parseMoney(text: string, locale: string, digits: number): number | null {
  const typed = text.replace(/[^\d.,-]/g, "");
  if (typed === "" || typed.includes("-") || !/\d/.test(typed)) return null;
  const mark = decimalMark(locale);
  const other = mark === "," ? "." : ",";
  const grouped = new RegExp(`^\\d{1,3}(\\${other}\\d{3})+(\\${mark}\\d*)?$`);
  const plain = grouped.test(typed) ? typed.replaceAll(other, "") : typed;
  const match = /^(\d*)[.,]?(\d*)$/.exec(plain);
  if (!match) return null;
  const [, units = "", fraction = ""] = match;
  if (fraction.length > digits) return null;
  const amount = Number((units || "0") + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(amount) ? amount : null;
}

/** "1.500,00" without the currency's sign, as it stands in an input. */
export function moneyText(amount: number, locale: string, digits: number): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits);
}
