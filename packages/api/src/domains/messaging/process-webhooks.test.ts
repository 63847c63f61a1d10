import { appointments } from "@odys/db/schema/booking";
import { deliveries } from "@odys/db/schema/messaging/deliveries";
import { webhookEvents } from "@odys/db/schema/ops";
import type { WhatsAppUpdate } from "@odys/shared/messaging/whatsapp-schema";
import { eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { deliverNow, ledgerOf, mintDelivery } from "../../testing/deliveries.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";
import { processWebhooks } from "./process-webhooks.ts";

describe("what follows from what providers have told", () => {
  let app: TestApp;
  let ana: Awaited<ReturnType<typeof mintPractice>>;
  beforeAll(async () => {
    app = await createTestApp();
    ana = await mintPractice(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.set("2026-11-23T12:00:00.000Z");
    await app.db.delete(deliveries);
    await app.db.delete(webhookEvents);
  });

  const run = () => processWebhooks(app.ctx({ type: "job", queue: "messaging.receive" }));
  const waiting = () => app.db.$count(webhookEvents, isNull(webhookEvents.processedAt));
  async function told(updates: WhatsAppUpdate[], provider = "whatsapp") {
    const receivedAt = new Date(app.clock.now());
    await app.db
      .insert(webhookEvents)
      .values(
        updates.map((payload, index) => ({ provider, key: `${index}`, payload, receivedAt })),
      );
  }
  const receipt = (
    providerMessageId: string,
    of: "sent" | "delivered" | "read" | "failed",
  ): WhatsAppUpdate => ({
    type: "receipt",
    providerMessageId,
    key: null,
    receipt: of,
    reason: null,
    at: "2026-11-23T12:00:00.000Z",
  });

  it("a batch of a thousand, shuffled and by three workers: each once, and the ledger is right", async () => {
    const client = await mintClient(app, ana.professionalId);
    const startsAt = new Date("2026-11-25T12:00:00.000Z");
    const appointment = await mintAppointment(app, ana, {
      clientId: client.id,
      status: "confirmed",
      startsAt,
    });
    const ids: string[] = [];
    for (let n = 0; n < 250; n++)
      ids.push(await mintDelivery(app, ana, appointment, { channels: ["whatsapp"] }));
    await deliverNow(app);
    const wamids = app.whatsapp.sent
      .slice(-250)
      .map(({ key }, index) => `${key} ${app.whatsapp.sent.length - 250 + index + 1}`);
    const kinds = ["read", "sent", "delivered", "sent"] as const;
    await told(
      kinds.flatMap((kind, k) => wamids.map((wamid) => ({ ...receipt(wamid, kind), key: `${k}` }))),
    );
    const counts = await Promise.all([run(), run(), run()]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1_000);
    expect(await waiting()).toBe(0);
    expect(await app.db.$count(deliveries, eq(deliveries.state, "read"))).toBe(250);
    expect(await run()).toBe(0);
  }, 60_000);

  it("a receipt that is here before its message waits for it; one of nobody's is put away", async () => {
    await told([receipt("wamid.early", "delivered")]);
    expect(await run()).toBe(0);
    expect(await waiting()).toBe(1);
    app.clock.advance(11 * 60_000);
    expect(await run()).toBe(1);
    expect(await waiting()).toBe(0);
  });

  it("what cannot be read is tried for a day, then put away, and holds nothing up", async () => {
    const client = await mintClient(app, ana.professionalId, { phone: "+5511987654444" });
    const made = {
      clientId: client.id,
      status: "confirmed" as const,
      startsAt: new Date("2026-11-26T12:00:00.000Z"),
    };
    const appointment = await mintAppointment(app, ana, made);
    const id = await mintDelivery(app, ana, appointment, { channels: ["whatsapp"] });
    await deliverNow(app);
    expect(await ledgerOf(app, id)).toMatchObject({ state: "accepted" });
    await app.db.insert(webhookEvents).values({
      provider: "whatsapp",
      key: "broken",
      payload: {},
      receivedAt: new Date(app.clock.now()),
    });
    await told([
      {
        type: "message",
        providerMessageId: "wamid.in",
        from: { phone: "+551187654444", whatsAppId: "551187654444" },
        name: "Bia",
        text: "1",
        buttonId: null,
        replyTo: null,
        at: "2026-11-23T12:00:00.000Z",
      },
    ]);
    expect(await run()).toBe(1);
    const [row] = await app.db
      .select()
      .from(appointments)
      .where(eq(appointments.id, appointment.id));
    expect(row?.attendanceConfirmedAt).not.toBe(null);
    expect(await waiting()).toBe(1);
    app.clock.advance(25 * 3_600_000);
    await run();
    expect(await waiting()).toBe(0);
  });
});
