import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalMail } from "../../gateways/mail/local.ts";
import { createOutbox } from "../../gateways/queue/outbox.ts";
import type { Outbox } from "../../gateways/queue/port.ts";
import { consumers } from "../../root.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

describe("from a booking to the mailbox", () => {
  let app: TestApp;
  let outbox: Outbox;
  beforeAll(async () => {
    app = await createTestApp();
    app.services.mail = createLocalMail(app);
    outbox = createOutbox({ services: app.services, consumers, role: "web", url: app.url });
  });
  afterAll(async () => {
    await outbox.stop();
    await app.close();
  });

  it("a guest books, the professional confirms, and both have read of it", async () => {
    const ana = await mintPractice(app, { actor: { email: "ana@odys.test" } });
    const { appointmentId } = await app.anonymous().booking.book({
      slug: ana.slug,
      serviceId: ana.serviceId,
      startsAt: "2026-12-01T12:00:00.000Z",
      name: "Bia Lima",
      phone: "+5511912345678",
      email: "bia@example.com",
    });
    await outbox.drain();
    const [told] = (await ana.caller.messaging.listNotifications({})).items;
    expect(told).toMatchObject({
      type: "booking_requested",
      params: { clientName: "Bia Lima", appointmentId, startsAt: "2026-12-01T12:00:00.000Z" },
    });

    await ana.caller.booking.confirm({ id: appointmentId });
    await outbox.drain();
    const { items } = await app.anonymous().messaging.listLocalMessages({});
    const when = "terça, 1º de dezembro, 9h (horário de Brasília)";
    expect(items.map(({ recipient, subject }) => `${recipient} ${subject}`).toSorted()).toEqual([
      `ana@odys.test Bia Lima pediu um horário: ${when}`,
      `bia@example.com Confirmado: ${when}`,
      `bia@example.com Pedido enviado: ${when}`,
    ]);
    expect(await outbox.drain()).toBe(0);
  });
});
