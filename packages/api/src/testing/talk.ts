import { conversations, messages } from "@odys/db/schema/messaging/conversations";
import { newId } from "@odys/shared/kernel/ids";
import type { TestApp } from "./app.ts";
import { mintClient, mintPractice, mintUser } from "./fixtures.ts";

/** A conversation of these texts, the oldest first, none of them read: by the client unless told. */
export async function mintConversation(
  app: Pick<TestApp, "db" | "clock">,
  { professionalId, clientId }: { professionalId: string; clientId: string },
  texts: readonly (string | { author: "professional" | "client"; text: string })[],
) {
  const said = texts.map((said) =>
    typeof said === "string" ? { author: "client" as const, text: said } : said,
  );
  const by = (author: string) => said.filter((message) => message.author === author).length;
  const conversationId = newId();
  const now = new Date(app.clock.now());
  await app.db.insert(conversations).values({
    id: conversationId,
    professionalId,
    clientId,
    lastMessageAt: now,
    unreadByProfessional: by("client"),
    unreadByClient: by("professional"),
  });
  const rows = said.map((message) => ({
    ...message,
    id: newId(),
    professionalId,
    conversationId,
    kind: "text" as const,
    way: "app" as const,
    createdAt: now,
  }));
  if (rows.length > 0) await app.db.insert(messages).values(rows);
  return { conversationId, messageIds: rows.map(({ id }) => id) };
}

/** A practice on `pro` unless told, and a client of it who has an account. */
export async function mintPair(app: TestApp, plan: "free" | "basic" | "pro" = "pro") {
  const ana = await mintPractice(app, { professional: { plan } });
  const bia = await mintUser(app);
  const client = await mintClient(app, ana.professionalId, { userId: bia.userId });
  const ids = { professionalId: ana.professionalId, clientId: client.id };
  return { ana, bia, client, ...ids, asAna: ana.caller.messaging, asBia: app.as(bia).messaging };
}
