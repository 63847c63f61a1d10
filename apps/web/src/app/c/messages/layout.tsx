import type { ReactNode } from "react";
import { TalkFrame } from "../../../features/messaging/talk/talk-frame.tsx";
import { api, HydrateClient } from "../../../trpc/server.tsx";
import { personOf } from "../person.ts";

/** Days of a list with several practices are read in the zone of most of them. */
const ZONE = "America/Sao_Paulo";

export default async function ClientMessagesLayout({ children }: { children: ReactNode }) {
  await personOf("/c/messages");
  await api.messaging.listConversations.prefetchInfinite({ side: "client" });
  return (
    <HydrateClient>
      <TalkFrame
        place={{ side: "client", base: "/c/messages" }}
        zone={ZONE}
        now={new Date().toISOString()}
      >
        {children}
      </TalkFrame>
    </HydrateClient>
  );
}
