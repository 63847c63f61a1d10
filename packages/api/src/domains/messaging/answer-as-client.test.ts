import { outboxEvents, webhookEvents } from "@odys/db/schema/ops";
import { whatsAppUpdate } from "@odys/shared/messaging/whatsapp-schema";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { message } from "../../gateways/whatsapp/contract.ts";
import { createLocalWhatsApp } from "../../gateways/whatsapp/local.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";

const phone = "+5511912345678";

describe("messaging.answerAsClient", () => {
  let app: TestApp;
  let messageId: string;
  beforeAll(async () => {
    app = await createTestApp();
    const sent = await createLocalWhatsApp(app).send(message({ to: phone }));
    messageId = sent.outcome === "accepted" ? sent.providerMessageId : "";
  });
  beforeEach(async () => {
    await app.db.delete(webhookEvents);
    await app.db.delete(outboxEvents);
  });
  afterAll(() => app.close());
  const answer = (input: object) =>
    app.anonymous().messaging.answerAsClient({ recipient: phone, ...input });
  const told = async () => {
    const rows = await app.db.select().from(webhookEvents);
    return rows.map(({ payload }) => whatsAppUpdate.parse(payload));
  };

  it("what was written lands where the door writes, and wakes the job", async () => {
    const { id } = await answer({ text: " Posso ir mais tarde? " });
    expect(await told()).toEqual([
      {
        type: "message",
        providerMessageId: id,
        from: { phone, whatsAppId: phone },
        name: null,
        text: "Posso ir mais tarde?",
        buttonId: null,
        replyTo: null,
        at: "2026-11-23T12:00:00.000Z",
      },
    ]);
    expect(await app.db.$count(outboxEvents)).toBe(1);
  });

  it("a tap is the button's words with its id, in answer to its message", async () => {
    await answer({ tapped: { messageId, buttonId: "confirm:1" } });
    expect(await told()).toMatchObject([
      { text: "Confirmar", buttonId: "confirm:1", replyTo: messageId },
    ]);
  });

  it("NOT_FOUND: a button that is not there, another's message, a phone that has heard nothing", async () => {
    await expect(answer({ tapped: { messageId, buttonId: "x" } })).rejects.toThrow("NOT_FOUND");
    const tapped = { messageId, buttonId: "confirm:1" };
    await expect(answer({ recipient: "+5511900000000", tapped })).rejects.toThrow("NOT_FOUND");
    await expect(answer({ recipient: "+5511900000000", text: "oi" })).rejects.toThrow("NOT_FOUND");
    await expect(answer({ text: "  " })).rejects.toThrow("VALIDATION_ERROR");
    expect(await told()).toEqual([]);
  });
});
