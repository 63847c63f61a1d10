import { outboxEvents, webhookEvents } from "@odys/db/schema/ops";
import type { ReceiveInput } from "@odys/shared/messaging/whatsapp-schema";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";

const receipt = (id: string): ReceiveInput["updates"][number] => ({
  key: `${id}:sent`,
  update: {
    type: "receipt",
    providerMessageId: id,
    key: null,
    receipt: "sent",
    reason: null,
    at: "2026-11-23T12:00:00.000Z",
  },
});

describe("messaging.receiveWhatsApp and messaging.receiveEvolution", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ max: 4 });
  });
  beforeEach(async () => {
    await app.db.delete(webhookEvents);
    await app.db.delete(outboxEvents);
  });
  afterAll(() => app.close());
  const caller = (provider: string) => app.system({ type: "webhook", provider }).messaging;
  const wakings = () => app.db.$count(outboxEvents, eq(outboxEvents.type, "ops.webhook_received"));

  it("each thing once, and one event for all that is new in a call", async () => {
    const { receiveWhatsApp } = caller("whatsapp");
    const updates = [receipt("a"), receipt("b"), receipt("a")];
    expect(await receiveWhatsApp({ updates })).toEqual({ updates: 3, news: 2 });
    expect(await receiveWhatsApp({ updates })).toEqual({ updates: 3, news: 0 });
    expect(await receiveWhatsApp({ updates: [] })).toEqual({ updates: 0, news: 0 });
    expect(await wakings()).toBe(1);
    const rows = await app.db.select().from(webhookEvents).orderBy(webhookEvents.key);
    expect(rows.map(({ receivedAt: _, ...row }) => row)).toEqual(
      [receipt("a"), receipt("b")].map(({ key, update }) => ({
        provider: "whatsapp",
        key,
        payload: update,
        processedAt: null,
      })),
    );
  });

  it("the same key of another provider is another thing", async () => {
    const updates = [receipt("a")];
    await caller("whatsapp").receiveWhatsApp({ updates });
    expect(await caller("evolution").receiveEvolution({ updates })).toEqual({
      updates: 1,
      news: 1,
    });
  });

  it("told five times at once, it is written once", async () => {
    const updates = Array.from({ length: 50 }, (_, n) => receipt(`m${n}`));
    const told = [updates, updates.toReversed(), updates, updates.toReversed(), updates];
    const answers = await Promise.all(
      told.map((batch) => caller("whatsapp").receiveWhatsApp({ updates: batch })),
    );
    expect(answers.reduce((sum, { news }) => sum + news, 0)).toBe(50);
    expect(await app.db.$count(webhookEvents)).toBe(50);
  });

  it("is nobody's but a verified provider's", async () => {
    for (const actor of [{ type: "anonymous" }, { type: "cron" }] as const)
      await expect(app.system(actor).messaging.receiveWhatsApp({ updates: [] })).rejects.toThrow(
        "UNAUTHORIZED",
      );
  });
});
