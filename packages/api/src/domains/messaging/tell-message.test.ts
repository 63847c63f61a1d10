import { notifications } from "@odys/db/schema/messaging";
import { deliveries } from "@odys/db/schema/messaging/deliveries";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintClient } from "../../testing/fixtures.ts";
import { mintPair } from "../../testing/talk.ts";
import { tellMessage } from "./tell-message.ts";

describe("messaging.message_written", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  const tell = (messageId: string, professionalId: string, author: "professional" | "client") =>
    tellMessage(app.ctx({ type: "job", queue: "messaging.talk" }), {
      messageId,
      conversationId: messageId,
      professionalId,
      author,
    });
  const toldTo = (userId: string) =>
    app.db.select().from(notifications).where(eq(notifications.userId, userId));

  it("tells the other one once, however much is written before they read it and however often the job runs", async () => {
    const { ana, bia, asAna, asBia, clientId, professionalId } = await mintPair(app);
    for (const text of ["1", "2", "3"]) {
      const { id } = await asAna.sendMessage({ clientId, text });
      await tell(id, professionalId, "professional");
      await tell(id, professionalId, "professional");
    }
    const told = await toldTo(bia.userId);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      type: "new_message",
      params: { audience: "client", clientId, professionalName: "Ana Teste" },
    });
    expect(await toldTo(ana.userId)).toEqual([]);
    await asBia.markConversationRead({ clientId });
    const { id } = await asAna.sendMessage({ clientId, text: "4" });
    await tell(id, professionalId, "professional");
    expect(await toldTo(bia.userId)).toHaveLength(2);
  });

  it("tells the professional of what a client wrote, and nobody of what has been read meanwhile", async () => {
    const { ana, asAna, asBia, clientId, professionalId } = await mintPair(app);
    const first = await asBia.sendMessage({ clientId, text: "Oi" });
    await asAna.markConversationRead({ clientId });
    await tell(first.id, professionalId, "client");
    expect(await toldTo(ana.userId)).toEqual([]);
    const second = await asBia.sendMessage({ clientId, text: "Cheguei" });
    await tell(second.id, professionalId, "client");
    const [told] = await toldTo(ana.userId);
    expect(told?.params).toMatchObject({ audience: "professional", clientName: "Bia Cliente" });
  });

  it("there is nobody to tell in the app where the client has no account", async () => {
    const { ana, asAna, professionalId } = await mintPair(app);
    const { id: clientId } = await mintClient(app, professionalId);
    const { id } = await asAna.sendMessage({ clientId, text: "Oi" });
    await tell(id, professionalId, "professional");
    expect(await toldTo(ana.userId)).toEqual([]);
    const planned = await app.db
      .select()
      .from(deliveries)
      .where(eq(deliveries.professionalId, professionalId));
    expect(planned).toMatchObject([
      {
        template: "newMessageToClient",
        channels: ["whatsapp", "mail"],
        dedupeKey: `message:${id}`,
        params: { messageId: id },
        state: "queued",
      },
    ]);
  });

  it("plans one mail for what stays unread, ten minutes later", async () => {
    const { asBia, clientId, professionalId } = await mintPair(app);
    const sent = [];
    for (const text of ["1", "2"]) {
      const { id } = await asBia.sendMessage({ clientId, text });
      await tell(id, professionalId, "client");
      sent.push(id);
    }
    const planned = await app.db
      .select()
      .from(deliveries)
      .where(eq(deliveries.professionalId, professionalId));
    expect(planned).toMatchObject([
      {
        template: "newMessageToPro",
        audience: "professional",
        channels: ["mail"],
        params: { messageId: sent[0] },
        notBefore: new Date(app.clock.now() + 600_000),
      },
    ]);
  });
});
