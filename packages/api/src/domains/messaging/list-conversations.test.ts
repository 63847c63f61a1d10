import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";
import { mintConversation, mintPair } from "../../testing/talk.ts";

describe("messaging.listConversations", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("a practice's, who wrote last first, page by page, with the last text and what is unread", async () => {
    const ana = await mintPractice(app, { professional: { plan: "pro" } });
    const { professionalId } = ana;
    for (const name of ["Bia", "Caio", "Duda"]) {
      const { id: clientId } = await mintClient(app, professionalId, { name });
      const last = { author: "professional" as const, text: `Até logo, ${name}` };
      await mintConversation(app, { professionalId, clientId }, ["Oi", last]);
      app.clock.advance(60_000);
    }
    const { listConversations } = ana.caller.messaging;
    const first = await listConversations({ side: "professional", limit: 2 });
    expect(first.items.map(({ name, unread, last }) => [name, unread, last?.text])).toEqual([
      ["Duda", 1, "Até logo, Duda"],
      ["Caio", 1, "Até logo, Caio"],
    ]);
    const cursor = first.nextCursor ?? "";
    const second = await listConversations({ side: "professional", limit: 2, cursor });
    expect([second.items.map(({ name }) => name), second.nextCursor]).toEqual([["Bia"], null]);
    const bad = listConversations({ side: "professional", cursor: "x" });
    await expect(bad).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("a client's: all of their professionals, also those who were never written to", async () => {
    const { bia, asBia, ...ids } = await mintPair(app);
    const rui = await mintPractice(app, { professional: { name: "Rui Silva" } });
    await mintClient(app, rui.professionalId, { userId: bia.userId });
    await mintConversation(app, ids, [{ author: "professional", text: "Oi, Bia" }]);
    const { items } = await asBia.listConversations({ side: "client" });
    expect(items.map(({ name, unread, last }) => [name, unread, last?.text])).toEqual([
      ["Ana Teste", 1, "Oi, Bia"],
      ["Rui Silva", 0, undefined],
    ]);
  });

  it("shows nobody another's; a practice's list is for who has one", async () => {
    const { asBia, ...ids } = await mintPair(app);
    await mintConversation(app, ids, ["segredo"]);
    const rui = await mintPractice(app);
    const empty = { items: [], nextCursor: null };
    expect(await rui.caller.messaging.listConversations({ side: "professional" })).toEqual(empty);
    const stranger = app.as(await mintUser(app)).messaging;
    expect(await stranger.listConversations({ side: "client" })).toEqual(empty);
    const refused = asBia.listConversations({ side: "professional" });
    await expect(refused).rejects.toThrow("ONBOARDING_REQUIRED");
  });
});
