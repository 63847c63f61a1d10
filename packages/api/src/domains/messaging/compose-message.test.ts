import { deliveries, messageWordings } from "@odys/db/schema/messaging/deliveries";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkToken } from "../../kernel/links.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintDelivery } from "../../testing/deliveries.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";
import { composeMessage } from "./compose-message.ts";
import { readDue } from "./queries.ts";

describe("a message as it leaves", () => {
  let app: TestApp;
  let ana: Awaited<ReturnType<typeof mintPractice>>;
  let appointment: Awaited<ReturnType<typeof mintAppointment>>;
  beforeAll(async () => {
    app = await createTestApp();
    ana = await mintPractice(app);
    const client = await mintClient(app, ana.professionalId, { email: "bia@example.com" });
    const made = { clientId: client.id, status: "confirmed" as const, placeDetail: "Sala 3" };
    appointment = await mintAppointment(app, ana, made);
  });
  afterAll(() => app.close());

  async function compose(
    channel: "whatsapp" | "mail",
    overrides: Partial<typeof deliveries.$inferInsert> = {},
  ) {
    const id = await mintDelivery(app, ana, appointment, overrides);
    const now = new Date(app.clock.now());
    const [row] = await app.db.select().from(deliveries).where(eq(deliveries.id, id));
    const news = (await readDue(app.db, [id], now)).get(id);
    if (!row || !news) throw new Error("not there");
    const claimed = { ...row, stateBefore: "queued" as const, lease: now };
    return composeMessage(app.ctx({ type: "job", queue: "test" }), claimed, news, channel);
  }

  it("a reminder on WhatsApp has the link, a mail no entry for the calendar", async () => {
    const link = `http://odys.test/m/${linkToken(app.services.settings, "manage", appointment.id)}`;
    const phone = await compose("whatsapp");
    if (phone.channel !== "whatsapp") throw new Error("not on WhatsApp");
    expect(phone.message.text).toContain(link);
    const letter = await compose("mail");
    if (letter.channel !== "mail") throw new Error("no mail");
    expect(letter.mail).toMatchObject({ to: "bia@example.com" });
    expect(letter.mail.attachments).toBe(undefined);
    const news = await compose("mail", { template: "bookingConfirmed" });
    expect(news).toMatchObject({ mail: { attachments: [{ filename: "odys.ics" }] } });
  });

  it("in the practice's own words, those of another practice never", async () => {
    const rui = await mintPractice(app);
    const own = (professionalId: string, opening: string) => ({
      professionalId,
      template: "reminder24h" as const,
      locale: "pt-BR" as const,
      opening,
    });
    await app.db
      .insert(messageWordings)
      .values([own(ana.professionalId, "Traga um casaco."), own(rui.professionalId, "De Rui.")]);
    const { text } = ((await compose("mail")) as { mail: { text: string } }).mail;
    expect(text).toContain("Traga um casaco.");
    expect(text).not.toContain("De Rui.");
    // What is for the professional has no such words.
    const toPro = await compose("mail", { template: "bookingRequest", audience: "professional" });
    expect(JSON.stringify(toPro)).not.toContain("Traga um casaco.");
  });
});
