import { appointments } from "@odys/db/schema/booking";
import { deliveries } from "@odys/db/schema/messaging/deliveries";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { deliverNow, mintDelivery } from "../../testing/deliveries.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";
import { answerReminder } from "./answer-reminder.ts";

const PHONE = "+5511987650000";

describe("answering a reminder", () => {
  let app: TestApp;
  let ana: Awaited<ReturnType<typeof mintPractice>>;
  let id: string;
  let count = 0;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.set("2026-11-23T12:00:00.000Z");
    await app.db.delete(deliveries);
    ana = await mintPractice(app, { professional: { cancelNoticeMinutes: 60 } });
    const client = await mintClient(app, ana.professionalId, { phone: PHONE });
    const startsAt = new Date("2026-11-24T15:00:00.000Z");
    const appointment = await mintAppointment(app, ana, {
      clientId: client.id,
      status: "confirmed",
      startsAt,
    });
    id = appointment.id;
    await mintDelivery(app, ana, appointment, { channels: ["whatsapp"] });
    await deliverNow(app);
    app.whatsapp.sent.length = 0;
  });

  type Incoming = Parameters<typeof answerReminder>[1];
  const says = async (message: Partial<Incoming>, phone: string | null = PHONE) => {
    const handled = await answerReminder(app.ctx({ type: "job", queue: "messaging.receive" }), {
      type: "message",
      providerMessageId: `wamid.${++count}`,
      from: { phone, whatsAppId: phone?.slice(1) ?? "BSUID.1" },
      name: null,
      text: "",
      buttonId: null,
      replyTo: null,
      at: new Date(app.clock.now()).toISOString(),
      ...message,
    });
    await deliverNow(app);
    return handled;
  };
  const row = async () =>
    (await app.db.select().from(appointments).where(eq(appointments.id, id)))[0];
  const answered = () => app.whatsapp.sent.at(-1)?.text ?? "";

  it("a tap on confirm is noted, told to nobody twice, and answered", async () => {
    expect(await says({ buttonId: `confirm:${id}` })).toBe(true);
    const first = (await row())?.attendanceConfirmedAt;
    expect(first).not.toBe(null);
    expect(answered()).toContain("Anotado: Ana Teste");
    expect(app.whatsapp.sent.at(-1)).toMatchObject({ template: null, windowOpen: true });
    app.clock.advance(60_000);
    await says({ text: " Confirmo! " });
    expect((await row())?.attendanceConfirmedAt).toEqual(first);
  });

  it("a number or a word alone, from either spelling of the number", async () => {
    expect(await says({ text: "1" }, "+551187650000")).toBe(true);
    expect((await row())?.attendanceConfirmedAt).not.toBe(null);
    expect(await says({ text: "2" })).toBe(true);
    expect(answered()).toMatch(/http:\/\/odys\.test\/m\//);
    expect(await says({ text: "1 pessoa a mais, pode?" })).toBe(false);
    expect(await says({ text: "oi" })).toBe(false);
  });

  it("cancels within the notice, and says so when it is too late", async () => {
    app.clock.set("2026-11-24T14:30:00.000Z");
    await says({ buttonId: `cancel:${id}` });
    expect((await row())?.status).toBe("confirmed");
    expect(answered()).toContain("prazo para cancelar");

    app.clock.set("2026-11-24T12:00:00.000Z");
    await says({ buttonId: `cancel:${id}` });
    expect(await row()).toMatchObject({ status: "cancelled", cancelledBy: "client" });
    await says({ buttonId: `confirm:${id}` });
    expect(answered()).toContain("já mudou ou passou");
  });

  it("acts on nobody else's appointment, and a number without a reminder is no answer", async () => {
    expect(await says({ buttonId: `cancel:${id}` }, "+5521911112222")).toBe(false);
    expect(await says({ text: "3" }, "+5521911112222")).toBe(false);
    expect(await says({ buttonId: "cancel:nothing" })).toBe(false);
    expect(await says({ text: "3" }, null)).toBe(false);
    expect((await row())?.status).toBe("confirmed");
    app.clock.advance(30 * 3_600_000);
    expect(await says({ text: "3" })).toBe(false);
  });
});
