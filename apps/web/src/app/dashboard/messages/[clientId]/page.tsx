import type { Metadata } from "next";
import { Thread } from "../../../../features/messaging/talk/thread.tsx";
import { api, HydrateClient } from "../../../../trpc/server.tsx";
import { practiceOf } from "../../practice.ts";
import { conversationOf } from "../../../conversation.ts";

type Params = Promise<{ clientId: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { clientId } = await params;
  await practiceOf();
  return { title: (await conversationOf(clientId)).name };
}

export default async function ConversationPage({ params }: { params: Params }) {
  const { clientId } = await params;
  await practiceOf();
  await Promise.all([
    conversationOf(clientId),
    api.messaging.getConversation.prefetchInfinite({ clientId }),
  ]);
  return (
    <HydrateClient>
      <Thread
        key={clientId}
        clientId={clientId}
        place={{ side: "professional", base: "/dashboard/messages" }}
        now={new Date().toISOString()}
      />
    </HydrateClient>
  );
}
