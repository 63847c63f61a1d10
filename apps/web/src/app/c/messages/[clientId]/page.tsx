import type { Metadata } from "next";
import { Thread } from "../../../../features/messaging/talk/thread.tsx";
import { api, HydrateClient } from "../../../../trpc/server.tsx";
import { conversationOf } from "../../../conversation.ts";
import { personOf } from "../../person.ts";

type Params = Promise<{ clientId: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { clientId } = await params;
  await personOf(`/c/messages/${clientId}`);
  return { title: (await conversationOf(clientId)).name };
}

export default async function ClientConversationPage({ params }: { params: Params }) {
  const { clientId } = await params;
  await personOf(`/c/messages/${clientId}`);
  await Promise.all([
    conversationOf(clientId),
    api.messaging.getConversation.prefetchInfinite({ clientId }),
  ]);
  return (
    <HydrateClient>
      <Thread
        key={clientId}
        clientId={clientId}
        place={{ side: "client", base: "/c/messages" }}
        now={new Date().toISOString()}
      />
    </HydrateClient>
  );
}
