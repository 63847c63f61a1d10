/** Characters below which no password is taken (`password` of accounts/schema.ts). */
export const PASSWORD_MIN = 8;
const GOOD = 12;
const STRONG = 16;
/** Fewer different characters than this make a length that protects nobody. */
const VARIED = 5;

export type Strength = "obvious" | "enough" | "good" | "strong";

const fold = (text: string) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/**
 * What can honestly be said of a password without knowing the list of common ones, which the server
 * looks at: how long it is, and whether it is made of the person's own name or of few characters.
 * Null while it is too short to be taken.
 */
export function strengthOf(password: string, about: readonly string[]): Strength | null {
  const length = Array.from(password.normalize("NFC")).length;
  if (length < PASSWORD_MIN) return null;
  const folded = fold(password);
  const own = about
    .flatMap((text) => fold(text).split(/[^a-z0-9]+/))
    .filter((word) => word.length >= 4);
  const rest = own.reduce((left, word) => left.replaceAll(word, ""), folded);
  if (new Set(rest).size < VARIED) return "obvious";
  if (rest.length >= STRONG) return "strong";
  return rest.length >= GOOD ? "good" : "enough";
}
