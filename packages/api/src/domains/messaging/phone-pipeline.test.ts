import { appointments } from "@odys/db/schema/booking";
import { deliveries } from "@odys/db/schema/messaging/deliveries";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOutbox } from "../../gateways/queue/outbox.ts";
import type { Outbox } from "../../gateways/queue/port.ts";
import { createLocalWhatsApp } from "../../gateways/whatsapp/local.ts";
import { consumers } from "../../root.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { deliverNow, mintDelivery } from "../../testing/deliveries.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

const PHONE = "+5511987650000";

/** What somebody plays at /dev/outbox goes the way of what a provider tells, to its end. */
describe("from the ledger to the phone of this machine, and back", () => {
  let app: TestApp;
  let outbox: Outbox;
  beforeAll(async () => {
    app = await createTestApp();
    app.services.whatsapp = createLocalWhatsApp(app);
    outbox = createOutbox({ services: app.services, consumers, role: "web", url: app.url });
  });
  afterAll(async () => {
    await outbox.stop();
    await app.close();
  });

  it("a reminder arrives, is read and confirmed by a tap", async () => {
    const ana = await mintPractice(app, { professional: { cancelNoticeMinutes: 60 } });
    const client = await mintClient(app, ana.professionalId, { phone: PHONE });
    const appointment = await mintAppointment(app, ana, {
      clientId: client.id,
      status: "confirmed",
      startsAt: new Date("2026-11-24T15:00:00.000Z"),
    });
    await mintDelivery(app, ana, appointment, { channels: ["whatsapp"] });
    await deliverNow(app);

    const { messaging } = app.anonymous();
    const shown = async () => (await messaging.getPhone({ recipient: PHONE })).bubbles;
    const [reminder] = await shown();
    const confirm = reminder?.buttons.find(({ id }) => id === `confirm:${appointment.id}`);
    expect(reminder?.receipt).toBe("accepted");
    const id = reminder?.id ?? "";

    for (const receipt of ["delivered", "read"] as const) {
      await messaging.playReceipt({ id, receipt });
      await outbox.drain();
      const [row] = await app.db.select().from(deliveries);
      expect(row?.state).toBe(receipt);
    }

    app.clock.advance(60_000);
    const tapped = { messageId: id, buttonId: confirm?.id ?? "" };
    await messaging.answerAsClient({ recipient: PHONE, tapped });
    await outbox.drain();
    const [row] = await app.db
      .select()
      .from(appointments)
      .where(eq(appointments.id, appointment.id));
    expect(row?.attendanceConfirmedAt).not.toBeNull();
    const bubbles = await shown();
    expect(bubbles.map(({ receipt }) => receipt)).toEqual(["read", null, "accepted"]);
  });
});
