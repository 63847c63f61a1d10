import { outboxEvents, webhookEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLocalMail } from "../../gateways/mail/local.ts";
import { createLocalWhatsApp } from "../../gateways/whatsapp/local.ts";
import { message } from "../../gateways/whatsapp/contract.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";

describe("messaging.playReceipt", () => {
  let app: TestApp;
  let id: string;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    await app.db.delete(webhookEvents);
    await app.db.delete(outboxEvents);
    const sent = await createLocalWhatsApp(app).send(message({ key: "attempt-1" }));
    id = sent.outcome === "accepted" ? sent.providerMessageId : "";
  });
  afterAll(() => app.close());
  const play = (receipt: "sent" | "delivered" | "read" | "failed") =>
    app.anonymous().messaging.playReceipt({ id, receipt });

  it("tells what a provider would tell, where the door would write it, forwards only", async () => {
    expect(await play("delivered")).toEqual({ receipt: "delivered" });
    for (const late of ["sent", "delivered", "failed"] as const)
      expect(await play(late)).toEqual({ receipt: "delivered" });
    expect(await play("read")).toEqual({ receipt: "read" });
    const rows = await app.db.select().from(webhookEvents).orderBy(webhookEvents.key);
    expect(rows.map(({ provider, key }) => [provider, key])).toEqual([
      ["whatsapp", `${id}:delivered`],
      ["whatsapp", `${id}:read`],
    ]);
    expect(rows[0]?.payload).toEqual({
      type: "receipt",
      providerMessageId: id,
      key: "attempt-1",
      receipt: "delivered",
      reason: null,
      at: "2026-11-23T12:00:00.000Z",
    });
    expect(await app.db.$count(outboxEvents)).toBe(2);
  });

  it("what has failed stays so, with a reason", async () => {
    const other = await createLocalWhatsApp(app).send(message());
    id = other.outcome === "accepted" ? other.providerMessageId : "";
    expect(await play("failed")).toEqual({ receipt: "failed" });
    expect(await play("read")).toEqual({ receipt: "failed" });
    const [row] = await app.db.select().from(webhookEvents);
    expect(row?.payload).toMatchObject({ receipt: "failed", reason: "no_whatsapp" });
  });

  it("NOT_FOUND: no such message, a mail, a house with real people, a real provider", async () => {
    const mail = await createLocalMail(app).send({
      to: "bia@example.com",
      subject: "s",
      text: "t",
      html: "h",
      dedupeKey: newId(),
    });
    const mailId = mail.outcome === "accepted" ? mail.providerMessageId : "";
    for (const unknown of [newId(), mailId])
      await expect(
        app.anonymous().messaging.playReceipt({ id: unknown, receipt: "read" }),
      ).rejects.toThrow("NOT_FOUND");
    const closed = await createTestApp({ settings: { openMailbox: false } });
    const real = await createTestApp({ whatsapp: { ...app.whatsapp, driver: "cloud" } });
    for (const house of [closed, real]) {
      const { messaging } = house.anonymous();
      await expect(messaging.playReceipt({ id, receipt: "read" })).rejects.toThrow("NOT_FOUND");
      const answer = { recipient: "+5511912345678", text: "oi" };
      await expect(messaging.answerAsClient(answer)).rejects.toThrow("NOT_FOUND");
      await expect(messaging.listPhones({})).rejects.toThrow("NOT_FOUND");
      await expect(messaging.getPhone({ recipient: answer.recipient })).rejects.toThrow(
        "NOT_FOUND",
      );
      await house.close();
    }
  });
});
