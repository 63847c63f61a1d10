/** What stands in a message's braces. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * Fills in a message: `{name}`, and `{count, plural, =0 {…} one {# hora} other {# horas}}` with such
 * braces inside. That is all of ICU's grammar that public pages use; its whole parser would weigh as
 * much as the rest of their scripts. A test compares it with next-intl for every message that they say.
 */
export function fillIn(text: string, values: Values, locale: string, count?: number): string {
  let out = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === "{") {
      const end = closing(text, at);
      out += argument(text.slice(at + 1, end), values, locale);
      at = end;
    } else if (character === "#" && count !== undefined) {
      out += new Intl.NumberFormat(locale).format(count);
    } else out += character;
  }
  return out;
}

function argument(inner: string, values: Values, locale: string): string {
  const [, name = "", branches] = /^\s*(\w+)\s*(?:,\s*plural\s*,(.*))?$/s.exec(inner) ?? [];
  const value = values[name] ?? "";
  if (branches === undefined) return String(value);
  const count = Number(value);
  const found = branchesOf(branches);
  const branch =
    found.get(`=${count}`) ??
    found.get(new Intl.PluralRules(locale).select(count)) ??
    found.get("other");
  return fillIn(branch ?? "", values, locale, count);
}

function branchesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (let at = text.indexOf("{"), from = 0; at >= 0; at = text.indexOf("{", from)) {
    const end = closing(text, at);
    found.set(text.slice(from, at).trim(), text.slice(at + 1, end));
    from = end + 1;
  }
  return found;
}

/** Where the brace that opens at `open` closes. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  return text.length;
}
