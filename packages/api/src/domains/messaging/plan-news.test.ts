import type { clients } from "@odys/db/schema/clients";
import { deliveries, messageSettings } from "@odys/db/schema/messaging/deliveries";
import type { Channel } from "@odys/shared/messaging/delivery";
import { noticesOf } from "@odys/shared/messaging/rules";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";
import { planNews } from "./plan-news.ts";
import { readNews } from "./queries.ts";

describe("who is sent what about an appointment", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  async function planned(
    plan: "free" | "basic",
    client: Partial<typeof clients.$inferInsert>,
    channels?: Channel[],
    times = 1,
  ) {
    const ana = await mintPractice(app, { professional: { plan } });
    if (channels)
      await app.db
        .insert(messageSettings)
        .values({ professionalId: ana.professionalId, clientChannels: channels });
    const { id: clientId } = await mintClient(app, ana.professionalId, {
      ...client,
      userId: undefined,
    });
    const { id } = await mintAppointment(app, ana, { clientId });
    const news = await readNews(app.db, id);
    if (!news) throw new Error("no news");
    const notices = noticesOf({ from: null, to: "pending_confirmation", by: "client" });
    const eventId = newId();
    for (let i = 0; i < times; i++)
      await planNews(app.ctx({ type: "job", queue: "messaging.plan" }), { news, notices, eventId });
    const rows = await app.db.select().from(deliveries).where(eq(deliveries.appointmentId, id));
    return rows
      .map(({ audience, template, channels: ways }) => `${audience} ${template} ${ways.join()}`)
      .toSorted();
  }
  const email = "bia@example.com";
  const toPro = "professional bookingRequest mail";

  it("a client in writing by mail and on WhatsApp; heard twice, written down once", async () => {
    expect(await planned("basic", { email }, undefined, 3)).toEqual([
      "client requestReceived mail",
      "client requestReceived whatsapp",
      toPro,
    ]);
  });

  it("by the ways that the practice wants and that lead somewhere", async () => {
    expect(await planned("basic", { email }, ["mail"])).toEqual([
      "client requestReceived mail",
      toPro,
    ]);
    expect(await planned("basic", { email: null })).toEqual([
      "client requestReceived whatsapp",
      toPro,
    ]);
    // What costs is for plans that pay for it; a mail always leaves.
    expect(await planned("free", { email }, ["whatsapp"])).toEqual([
      "client requestReceived mail",
      toPro,
    ]);
    expect(await planned("free", { email: null })).toEqual([toPro]);
  });
});
