import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Room } from "./messages.ts";
import { SlimProvider } from "./slim.tsx";

/**
 * Hands the messages of some rooms to the client components of a public page, which read them with the
 * hooks of `slim.tsx`. Rooms that stand further out are known already.
 */
export async function SlimMessages({
  rooms,
  children,
}: {
  rooms: readonly Room[];
  children: ReactNode;
}) {
  const [locale, all] = await Promise.all([getLocale(), getMessages()]);
  const messages = Object.fromEntries(rooms.map((room) => [room, all[room]]));
  return (
    <SlimProvider locale={locale} messages={messages}>
      {children}
    </SlimProvider>
  );
}
