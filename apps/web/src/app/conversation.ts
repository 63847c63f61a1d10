import { notFound } from "next/navigation";
import { cache } from "react";
import { api } from "../trpc/server.tsx";

/** With whom the conversation of an address is, or the page that says that there is none. */
export const conversationOf = cache((clientId: string) =>
  api.messaging.getConversation({ clientId, limit: 1 }).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "NOT_FOUND" || code === "BAD_REQUEST") notFound();
    throw error;
  }),
);
