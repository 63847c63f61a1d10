import type { ReactNode } from "react";
import { TalkFrame } from "../../../features/messaging/talk/talk-frame.tsx";
import { ClientMessages } from "../../../i18n/client-messages.tsx";
import { api, HydrateClient } from "../../../trpc/server.tsx";
import { practiceOf } from "../practice.ts";

export default async function MessagesLayout({ children }: { children: ReactNode }) {
  const { zone } = await practiceOf();
  await api.messaging.listConversations.prefetchInfinite({ side: "professional" });
  return (
    <HydrateClient>
      <ClientMessages rooms={["messages"]}>
        <TalkFrame
          place={{ side: "professional", base: "/dashboard/messages" }}
          zone={zone}
          now={new Date().toISOString()}
        >
          {children}
        </TalkFrame>
      </ClientMessages>
    </HydrateClient>
  );
}
