import { conversations, messages } from "@odys/db/schema/messaging/conversations";
import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPair } from "../../testing/talk.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ max: 10 });
});
afterAll(() => app.close());

it("both write and read at once, and the counters are what they count", async () => {
  const { professionalId, clientId, asAna: pro, asBia: client } = await mintPair(app);
  const work = Array.from({ length: 12 }, (_, n) => [
    pro.sendMessage({ clientId, text: `a${n}` }),
    client.sendMessage({ clientId, text: `b${n}` }),
    ...(n % 3 === 0
      ? [pro.markConversationRead({ clientId }), client.markConversationRead({ clientId })]
      : []),
  ]).flat();
  await Promise.all(work);

  const unread = (author: "professional" | "client") =>
    app.db.$count(
      messages,
      and(
        eq(messages.professionalId, professionalId),
        eq(messages.author, author),
        isNull(messages.readAt),
      ),
    );
  const [thread, ...more] = await app.db
    .select()
    .from(conversations)
    .where(eq(conversations.professionalId, professionalId));
  expect(more).toEqual([]);
  expect(thread).toMatchObject({
    unreadByProfessional: await unread("client"),
    unreadByClient: await unread("professional"),
  });
  expect(await pro.countUnreadMessages({ side: "professional" })).toEqual({
    count: thread?.unreadByProfessional,
  });
  expect(await client.countUnreadMessages({ side: "client" })).toEqual({
    count: thread?.unreadByClient,
  });
  const { items } = await pro.getConversation({ clientId, limit: 100 });
  expect(items).toHaveLength(24);
  await Promise.all([
    pro.markConversationRead({ clientId }),
    client.markConversationRead({ clientId }),
    pro.markConversationRead({ clientId }),
  ]);
  expect(await unread("client")).toBe(0);
  expect(await client.countUnreadMessages({ side: "client" })).toEqual({ count: 0 });
});
