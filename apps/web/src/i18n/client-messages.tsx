import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Room } from "./messages.ts";
import { SlimProvider } from "./slim.tsx";

/**
 * Hands the messages of some rooms to the client components below it. `common` and `errors` are
 * always there. A page sends only the words that it needs, instead of the whole dictionary. What public
 * pages and these share (`ui/`) reads them with the hooks of `slim.tsx`.
 */
export async function ClientMessages({
  rooms = [],
  children,
}: {
  rooms?: readonly Room[];
  children: ReactNode;
}) {
  const [locale, all] = await Promise.all([getLocale(), getMessages()]);
  const wanted = new Set<Room>(["common", "errors", ...rooms]);
  const messages = Object.fromEntries([...wanted].map((room) => [room, all[room]]));
  return (
    <NextIntlClientProvider messages={messages}>
      <SlimProvider locale={locale} messages={messages}>
        {children}
      </SlimProvider>
    </NextIntlClientProvider>
  );
}
