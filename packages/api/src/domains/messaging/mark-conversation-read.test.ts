import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintUser } from "../../testing/fixtures.ts";
import { mintConversation, mintPair } from "../../testing/talk.ts";
import { tellMessage } from "./tell-message.ts";

describe("messaging.markConversationRead", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("reads what the other one wrote and nothing of one's own, once", async () => {
    const { asAna, asBia, ...ids } = await mintPair(app);
    const { clientId } = ids;
    await mintConversation(app, ids, ["1", "2", { author: "professional", text: "3" }]);
    expect(await asAna.markConversationRead({ clientId })).toEqual({ count: 2 });
    expect(await asAna.markConversationRead({ clientId })).toEqual({ count: 0 });
    const { items } = await asBia.getConversation({ clientId });
    expect(items.map(({ text, readAt }) => [text, readAt !== null])).toEqual([
      ["3", false],
      ["2", true],
      ["1", true],
    ]);
    expect(await asBia.countUnreadMessages({ side: "client" })).toEqual({ count: 1 });
    expect(await asBia.markConversationRead({ clientId })).toEqual({ count: 1 });
  });

  it("reads up to what was seen: what came after it stays unread", async () => {
    const { asAna, ...ids } = await mintPair(app);
    const { clientId } = ids;
    const { messageIds } = await mintConversation(app, ids, ["1", "2", "3"]);
    const upTo = messageIds[1];
    expect(await asAna.markConversationRead({ clientId, upTo })).toEqual({ count: 2 });
    expect(await asAna.countUnreadMessages({ side: "professional" })).toEqual({ count: 1 });
  });

  it("takes the news of it along", async () => {
    const { asAna, asBia, clientId, ...ids } = await mintPair(app);
    const { id: messageId } = await asBia.sendMessage({ clientId, text: "Oi" });
    const { professionalId } = ids;
    const written = { messageId, conversationId: messageId, professionalId };
    await tellMessage(app.ctx({ type: "job", queue: "q" }), { ...written, author: "client" });
    expect(await asAna.countUnread({})).toEqual({ count: 1 });
    await asAna.markConversationRead({ clientId });
    expect(await asAna.countUnread({})).toEqual({ count: 0 });
  });

  it("before the first message there is nothing to read; NOT_FOUND for strangers", async () => {
    const { asAna, clientId } = await mintPair(app);
    expect(await asAna.markConversationRead({ clientId })).toEqual({ count: 0 });
    const stranger = app.as(await mintUser(app)).messaging;
    await expect(stranger.markConversationRead({ clientId })).rejects.toThrow("NOT_FOUND");
  });
});
