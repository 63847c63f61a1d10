import { contactConsents } from "@odys/db/schema/messaging/conversations";
import { deliveries } from "@odys/db/schema/messaging/deliveries";
import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";
import { mintConversation, mintPair } from "../../testing/talk.ts";

describe("messaging.getConversation", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("gives pages, newest first, and where to go on", async () => {
    const { asAna, ...ids } = await mintPair(app);
    const { clientId } = ids;
    await mintConversation(app, ids, ["1", "2", "3", "4", "5"]);
    const first = await asAna.getConversation({ clientId, limit: 2 });
    expect(first.items.map(({ text }) => text)).toEqual(["5", "4"]);
    const cursor = first.nextCursor ?? "";
    const second = await asAna.getConversation({ clientId, limit: 3, cursor });
    expect(second.items.map(({ text }) => text)).toEqual(["3", "2", "1"]);
    expect(second.nextCursor).toBeNull();
  });

  it("says how the client gets what is written, and what they said about it", async () => {
    const { ana, asAna, ...ids } = await mintPair(app);
    expect(await asAna.getConversation(onlyId(ids))).toMatchObject({ reach: "app", consent: null });
    const guest = await mintClient(app, ana.professionalId, { email: "g@example.com" });
    const clientId = guest.id;
    expect(await asAna.getConversation({ clientId })).toMatchObject({
      reach: "whatsapp",
      items: [],
    });
    const word = { channel: "whatsapp" as const, granted: false, source: "client" as const };
    await app.db
      .insert(contactConsents)
      .values({ id: newId(), professionalId: ana.professionalId, clientId, ...word });
    const refused = await asAna.getConversation({ clientId });
    expect(refused).toMatchObject({ reach: "mail", consent: word });
  });

  it("tells the professional what became of the delivery of a message, and nobody else", async () => {
    const { asAna, asBia, ...ids } = await mintPair(app);
    const said = { author: "professional" as const, text: "Oi" };
    const [id] = (await mintConversation(app, ids, [said])).messageIds;
    const now = new Date(app.clock.now());
    await app.db.insert(deliveries).values({
      id: newId(),
      ...onlyId(ids),
      professionalId: ids.professionalId,
      audience: "client",
      template: "newMessageToClient",
      locale: "pt-BR",
      params: {},
      dedupeKey: `message:${id}`,
      channels: ["whatsapp"],
      channel: "whatsapp",
      state: "delivered",
      notBefore: now,
      notAfter: now,
    });
    const own = await asAna.getConversation(onlyId(ids));
    expect(own.items[0]?.delivery).toMatchObject({ channel: "whatsapp", state: "delivered" });
    const theirs = await asBia.getConversation(onlyId(ids));
    expect(theirs.items[0]).toMatchObject({ text: "Oi", delivery: null });
  });

  it("a professional who is a client elsewhere stands on the client's side there", async () => {
    const ana = await mintPractice(app, { professional: { plan: "pro" } });
    const rui = await mintPractice(app, { professional: { plan: "pro", name: "Rui Silva" } });
    const { id: clientId } = await mintClient(app, rui.professionalId, { userId: ana.userId });
    const seen = await ana.caller.messaging.getConversation({ clientId });
    expect(seen).toMatchObject({ side: "client", name: "Rui Silva" });
  });

  it("what is there is read without the plan, and the answer says that it is shut", async () => {
    const { asAna, asBia, ...ids } = await mintPair(app, "free");
    await mintConversation(app, ids, ["Oi"]);
    for (const caller of [asAna, asBia]) {
      const seen = await caller.getConversation(onlyId(ids));
      expect([seen.open, seen.items.length]).toEqual([false, 1]);
    }
  });

  it("NOT_FOUND for strangers, other practices and clients of nobody", async () => {
    const { clientId } = await mintPair(app);
    const rui = await mintPractice(app);
    const stranger = app.as(await mintUser(app)).messaging;
    for (const caller of [stranger, rui.caller.messaging])
      await expect(caller.getConversation({ clientId })).rejects.toThrow("NOT_FOUND");
    await expect(stranger.getConversation({ clientId: newId() })).rejects.toThrow("NOT_FOUND");
  });
});

function onlyId({ clientId }: { clientId: string }) {
  return { clientId };
}
