/**
 * Words that no practice may be called: the first path segments of the app's own pages, so that an
 * address of ours can never be mistaken for somebody's, and names under which only the house speaks.
 * A test in apps/web fails when a page appears whose name is not here.
 */
export const RESERVED_SLUGS: readonly string[] = [
  // pages and doors
  "admin",
  "api",
  "assistant",
  "c",
  "confirm",
  "dashboard",
  "dev",
  "explore",
  "forgot",
  "login",
  "logout",
  "m",
  "offline",
  "onboarding",
  "p",
  "reset",
  "sign-in",
  "sign-out",
  "sign-up",
  "signin",
  "signup",
  "verify",
  // the house itself
  "ajuda",
  "contato",
  "docs",
  "help",
  "odys",
  "privacidade",
  "privacy",
  "root",
  "seguranca",
  "security",
  "static",
  "suporte",
  "support",
  "system",
  "termos",
  "terms",
  "www",
];

/** Most characters of a slug. */
export const SLUG_MAX = 48;

/** Lower-case letters, digits and single hyphens, at least two characters. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

// Letters that do not fall apart into a base letter and an accent.
const LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

/** A name as it stands in an address: accents folded, everything else a hyphen. May be empty. */
export function slugify(name: string, max = SLUG_MAX): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter] ?? "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, max)
    .replace(/-$/, "");
}

/** What every address for this name begins with. */
export function slugBase(name: string): string {
  // Room for a suffix, so that cutting never makes two names one.
  const folded = slugify(name, SLUG_MAX - 6);
  return folded.length < 2 ? "profissional" : folded;
}

/**
 * The address of a practice: the name folded, with the first number from 2 on behind it when the
 * plain one is taken or reserved. `taken` holds every slug that begins like this one.
 */
export function slugFor(
  name: string,
  taken: Iterable<string>,
  reserved: Iterable<string> = RESERVED_SLUGS,
): string {
  const base = slugBase(name);
  const refused = new Set([...taken, ...reserved]);
  if (!refused.has(base)) return base;
  for (let n = 2; ; n++) {
    const candidate = `${base}-${n}`;
    if (!refused.has(candidate)) return candidate;
  }
}
