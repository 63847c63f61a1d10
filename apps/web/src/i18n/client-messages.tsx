import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Room } from "./messages.ts";

/**
 * Hands the messages of some rooms to the client components below it. `common` and `errors` are
 * always there. A page sends only the words that it needs, instead of the whole dictionary.
 */
export async function ClientMessages({
  rooms = [],
  children,
}: {
  rooms?: readonly Room[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const wanted = new Set<Room>(["common", "errors", ...rooms]);
  const messages = Object.fromEntries([...wanted].map((room) => [room, all[room]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
