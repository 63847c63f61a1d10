import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { deliverNow, mintDelivery } from "../../testing/deliveries.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";
import { applyReceipts } from "./apply-receipts.ts";

describe("messaging.listDeliveries", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("tells what was sent, on which way and when it was read, and what is still planned", async () => {
    const ana = await mintPractice(app);
    const client = await mintClient(app, ana.professionalId);
    const appointment = await mintAppointment(app, ana, {
      clientId: client.id,
      status: "confirmed",
    });
    await mintDelivery(app, ana, appointment);
    await mintDelivery(app, ana, appointment, {
      template: "reminder1h",
      nextAt: new Date("2026-11-23T13:00:00.000Z"),
      notBefore: new Date("2026-11-23T13:00:00.000Z"),
    });
    await deliverNow(app);
    const [sent] = app.whatsapp.sent;
    await applyReceipts(app.ctx({ type: "job", queue: "test" }), "local", [
      {
        providerMessageId: "x",
        key: sent?.key ?? "",
        receipt: "read",
        reason: null,
        at: "2026-11-23T12:07:00.000Z",
      },
    ]);
    const list = await ana.caller.messaging.listDeliveries({ id: appointment.id });
    expect(list).toMatchObject({
      attendanceConfirmedAt: null,
      items: [
        {
          template: "reminder24h",
          state: "read",
          channel: "whatsapp",
          canSendAgain: false,
          attempts: [{ channel: "whatsapp", readAt: "2026-11-23T12:07:00.000Z" }],
        },
        {
          template: "reminder1h",
          state: "queued",
          notBefore: "2026-11-23T13:00:00.000Z",
          attempts: [],
        },
      ],
    });
    const rui = await mintPractice(app);
    await expect(rui.caller.messaging.listDeliveries({ id: appointment.id })).rejects.toMatchObject(
      {
        cause: { code: "NOT_FOUND" },
      },
    );
  });
});
