import { storedFiles, outboxEvents } from "@odys/db/schema/ops";
import { messages } from "@odys/db/schema/messaging/conversations";
import { newId, type ProfessionalId, type UserId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";
import { mintPair } from "../../testing/talk.ts";

describe("messaging.sendMessage", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  async function mintFile(userId: UserId, professionalId: ProfessionalId) {
    const row = { id: newId(), userId, professionalId, purpose: "message" as const };
    const file = { contentType: "application/pdf" as const, size: 9, sha256: "00" };
    await app.db.insert(storedFiles).values({ ...row, ...file });
    return row.id;
  }

  it("each writes and the other reads it, in order, and both are counted", async () => {
    const { ana, clientId, asBia } = await mintPair(app);
    const sent = await ana.caller.messaging.sendMessage({
      clientId,
      text: "  Oi, Bia!\nTudo bem? ",
    });
    expect(sent).toMatchObject({
      author: "professional",
      kind: "text",
      text: "Oi, Bia!\nTudo bem?",
    });
    await asBia.sendMessage({ clientId, text: "https://exemplo.com/exame" });
    const seen = await asBia.getConversation({ clientId });
    expect(seen.items.map(({ author, kind }) => [author, kind])).toEqual([
      ["client", "link"],
      ["professional", "text"],
    ]);
    expect(seen).toMatchObject({ side: "client", name: "Ana Teste", unread: 1, open: true });
    const own = await ana.caller.messaging.getConversation({ clientId });
    expect(own).toMatchObject({ side: "professional", name: "Bia Cliente", unread: 1 });
  });

  it("says in the outbox what has been written, and nothing of it", async () => {
    const { ana, clientId } = await mintPair(app);
    const { id } = await ana.caller.messaging.sendMessage({ clientId, text: "segredo" });
    const events = await app.db
      .select({ payload: outboxEvents.payload })
      .from(outboxEvents)
      .where(eq(outboxEvents.professionalId, ana.professionalId));
    expect(events).toHaveLength(1);
    expect(events[0]?.payload).toMatchObject({ messageId: id, author: "professional" });
    expect(JSON.stringify(events)).not.toContain("segredo");
  });

  it("the same key is the same message", async () => {
    const { ana, clientId } = await mintPair(app);
    const again = app.as(ana.actor, { "idempotency-key": "key-of-one-message" }).messaging;
    const [one, two] = [
      await again.sendMessage({ clientId, text: "Oi" }),
      await again.sendMessage({ clientId, text: "Oi" }),
    ];
    expect(two.id).toBe(one.id);
    const seen = await ana.caller.messaging.getConversation({ clientId });
    expect(seen.items).toHaveLength(1);
  });

  it("takes a file of the caller's once, and nobody else's", async () => {
    const { ana, bia, clientId, asBia } = await mintPair(app);
    const id = await mintFile(bia.userId, ana.professionalId);
    const file = { id, name: "exame.pdf" };
    await expect(ana.caller.messaging.sendMessage({ clientId, file })).rejects.toThrow("NOT_FOUND");
    const sent = await asBia.sendMessage({ clientId, file });
    expect(sent.file).toEqual({
      url: `/api/files/${id}`,
      name: "exame.pdf",
      contentType: "application/pdf",
      size: 9,
    });
    await expect(asBia.sendMessage({ clientId, file })).rejects.toThrow("CONFLICT");
    const seen = await ana.caller.messaging.getConversation({ clientId });
    expect(seen.items[0]?.file?.name).toBe("exame.pdf");
  });

  it("FEATURE_NOT_IN_PLAN for both sides of a practice without messages; a trial has them", async () => {
    const { ana, clientId, asBia } = await mintPair(app, "basic");
    const refused = { code: "FORBIDDEN", message: "FEATURE_NOT_IN_PLAN" };
    await expect(ana.caller.messaging.sendMessage({ clientId, text: "Oi" })).rejects.toMatchObject(
      refused,
    );
    await expect(asBia.sendMessage({ clientId, text: "Oi" })).rejects.toMatchObject(refused);
    expect(await app.db.$count(messages, eq(messages.professionalId, ana.professionalId))).toBe(0);
    const trialEndsAt = new Date(app.clock.now() + 86_400_000);
    const rui = await mintPractice(app, { professional: { plan: "free", trialEndsAt } });
    const client = await mintClient(app, rui.professionalId);
    await rui.caller.messaging.sendMessage({ clientId: client.id, text: "Oi" });
  });

  it("NOT_FOUND for whoever is neither, VALIDATION_ERROR for nothing and for too much", async () => {
    const { ana, clientId } = await mintPair(app);
    const stranger = app.as(await mintUser(app)).messaging;
    const rui = await mintPractice(app, { professional: { plan: "pro" } });
    for (const caller of [stranger, rui.caller.messaging])
      await expect(caller.sendMessage({ clientId, text: "Oi" })).rejects.toThrow("NOT_FOUND");
    const file = { id: newId(), name: "x" };
    for (const content of [{}, { text: " " }, { text: "x".repeat(4_001) }, { text: "x", file }])
      await expect(
        ana.caller.messaging.sendMessage({ clientId, ...content }),
      ).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});
