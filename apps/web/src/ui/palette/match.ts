const fold = (text: string) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** How well something fits what was typed: at the start, by the starts of words, in the middle, by its letters in order. */
export const FIT = { start: 4, words: 3, inside: 2, letters: 1, none: 0 } as const;

/** From the start of a word on, the letters in order: "apt" in "appointment". */
function hasLetters(word: string, letters: string): boolean {
  if (word[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === letters[at]) at++;
  return at === letters.length;
}

/**
 * How well a text, or one of the other words by which it is known, fits what was typed. Accents and
 * capitals do not matter. Single letters in order count within one word only: spread over a whole
 * sentence they would find everything.
 */
export function fit(typed: string, text: string, alsoKnownAs = ""): number {
  const wanted = fold(typed).trim();
  if (wanted === "") return FIT.start;
  const label = fold(text);
  if (label.startsWith(wanted)) return FIT.start;
  const words = `${label} ${fold(alsoKnownAs)}`.split(/[\s,/-]+/).filter(Boolean);
  const parts = wanted.split(/\s+/);
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return FIT.words;
  if (wanted.length > 1 && label.includes(wanted)) return FIT.inside;
  if (wanted.length > 2 && parts.every((part) => words.some((word) => hasLetters(word, part))))
    return FIT.letters;
  return FIT.none;
}

/** What fits at least so well, the best first; what fits alike stays in its order. */
export function rank<T extends { label: string; alsoKnownAs?: string }>(
  typed: string,
  items: readonly T[],
  least: number = FIT.letters,
): T[] {
  return items
    .map((item) => ({ item, score: fit(typed, item.label, item.alsoKnownAs) }))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item);
}
