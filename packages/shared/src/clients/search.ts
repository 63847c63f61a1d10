/**
 * What a search for clients looks for, as patterns of SQL's LIKE. Every word has to occur in the
 * name or in the address; a query of digits is a part of a phone number.
 */
export type ClientSearch = {
  words: string[];
  phone: string | null;
  /** What comes first: names that begin with the first word, then those of which another word does. */
  first: { name: string; word: string } | null;
};

/** Four digits at least: fewer are in everybody's number. */
const MIN_DIGITS = 4;
const NUMBER = /^[\d\s()+.-]+$/;

/** Reads what somebody typed into a search field. */
export function clientSearch(query: string): ClientSearch {
  const digits = query.replaceAll(/\D/g, "");
  if (NUMBER.test(query) && digits.length >= MIN_DIGITS)
    return { words: [], phone: phonePattern(digits), first: null };
  const words = query.split(/\s+/).filter(Boolean).map(literal);
  const [begin] = words;
  return {
    words: words.map((word) => `%${word}%`),
    phone: null,
    first: begin === undefined ? null : { name: `${begin}%`, word: `% ${begin}%` },
  };
}

/**
 * Brazilian mobiles got a ninth digit before the eight they had (Anatel, resolution 553/2010), and many
 * address books still have the old number: area and eight digits find the new one too.
 */
function phonePattern(digits: string): string {
  const national = digits.startsWith("55") && digits.length === 12 ? digits.slice(2) : digits;
  if (national.length !== 10) return `%${digits.replace(/^0+/, "")}%`;
  return `%${national.slice(0, 2)}%${national.slice(2)}%`;
}

/** The text as LIKE reads it for itself. */
function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
