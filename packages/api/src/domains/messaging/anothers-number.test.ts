import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import { notifications } from "@odys/db/schema/messaging";
import { outboxEvents } from "@odys/db/schema/ops";
import type { OdysEvent } from "@odys/shared/ops/events";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withTransaction } from "../../kernel/transaction.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice, mintUser } from "../../testing/fixtures.ts";
import { deliverDue } from "./deliver-due.ts";
import { messagingConsumers } from "./index.ts";

/** Anybody can type any number. Whoever used it first at a practice must not get at what its owner books there. */
describe("somebody has booked with another's phone number before", () => {
  let app: TestApp;
  let ana: Awaited<ReturnType<typeof mintPractice>>;
  let mallory: Awaited<ReturnType<typeof mintUser>>;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    ana = await mintPractice(app);
    mallory = await mintUser(app);
    app.mail.sent.length = 0;
  });

  const inputOf = (startsAt: string) => ({
    slug: ana.slug,
    serviceId: ana.serviceId,
    startsAt: `2026-12-${startsAt}:00:00.000Z`,
    name: "Bia Souza",
    phone: "(11) 91234-5678",
  });
  /** What the workers would do about an appointment. */
  async function hear(appointmentId: string) {
    const events = await app.db
      .select()
      .from(outboxEvents)
      .where(sql`${outboxEvents.payload} ->> 'appointmentId' = ${appointmentId}`)
      .orderBy(outboxEvents.id);
    for (const { id, type, payload } of events)
      for (const { name, on, handle } of messagingConsumers)
        if (on.includes(type as OdysEvent["type"]))
          await handle(app.ctx({ type: "job", queue: name }), { type, payload } as OdysEvent, id);
    await deliverDue(app.ctx({ type: "job", queue: "messaging.deliver" }));
  }
  const toldTo = (address: string) => app.mail.sent.filter(({ to }) => to === address).length;

  it.each([
    ["with an account", () => app.as(mallory)],
    ["as a guest", () => app.anonymous()],
  ])("%s: they hear of nothing, see nothing, cancel nothing", async (_name, caller) => {
    await caller().booking.book({ ...inputOf("01T12"), email: mallory.email });
    const withMail = await app
      .anonymous()
      .booking.book({ ...inputOf("02T12"), email: "bia@example.com" });
    const without = await app.anonymous().booking.book(inputOf("03T12"));
    // One client of the practice all the same: who it is, the professional knows.
    expect(await app.db.$count(clients, eq(clients.professionalId, ana.professionalId))).toBe(1);

    for (const { appointmentId: id } of [withMail, without]) {
      await ana.caller.booking.confirm({ id });
      await app.db.delete(notifications);
      app.mail.sent.length = 0;
      await hear(id);
      expect(toldTo(mallory.email)).toBe(0);
      expect(toldTo("bia@example.com")).toBe(id === withMail.appointmentId ? 1 : 0);
      const told = await app.db
        .select()
        .from(notifications)
        .where(eq(notifications.userId, mallory.userId));
      expect(told).toEqual([]);
      await expect(app.as(mallory).booking.cancel({ id })).rejects.toThrow("NOT_FOUND");
    }
    const seen = await withTransaction(app.ctx(mallory), (tx) =>
      tx.select({ startsAt: appointments.startsAt }).from(appointments),
    );
    expect(seen.map(({ startsAt }) => startsAt.getUTCDate())).not.toContain(2);
    expect(seen.map(({ startsAt }) => startsAt.getUTCDate())).not.toContain(3);
  });

  it("who books under their own address hears of it, sees it and cancels it", async () => {
    const { appointmentId: id } = await app.as(mallory).booking.book(inputOf("04T12"));
    await ana.caller.booking.confirm({ id });
    await hear(id);
    expect(toldTo(mallory.email)).toBe(1);
    expect(await app.as(mallory).booking.cancel({ id })).toMatchObject({ status: "cancelled" });
  });
});
