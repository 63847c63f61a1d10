import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { DEFAULT_ZONE, LOCALE_COOKIE, pickLocale } from "./locales.ts";
import { MESSAGES } from "./messages.ts";

// Read for every request by next-intl. Pages that belong to one professional pass that
// professional's zone explicitly; this one is for the others.
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = pickLocale(jar.get(LOCALE_COOKIE)?.value, head.get("accept-language"));
  return { locale, messages: MESSAGES[locale], timeZone: DEFAULT_ZONE, now: new Date() };
});
