/**
 * Where to go after signing in, when the address asks for it: a path of our own and nothing else.
 * Null for whatever a browser could read as another site, and for doors, which show no page.
 */
export function nextPath(asked: unknown): string | null {
  if (typeof asked !== "string" || asked.length > 500) return null;
  // Browsers drop tabs and line breaks and take a backslash for a slash: "/\t/evil.com" leads away.
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return null;
  const base = "https://odys.invalid";
  const url = new URL(asked, base);
  // Once its dots are resolved, "/.//evil.com" begins with two slashes.
  if (url.origin !== base || /^\/(?:\/|api\/)/.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}
