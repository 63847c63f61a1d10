import { appointments, services } from "@odys/db/schema/booking";
import { deliveries, messageSettings } from "@odys/db/schema/messaging/deliveries";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { deliverNow } from "../../testing/deliveries.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";
import { claimDue } from "./delivery-queries.ts";
import { planReminders } from "./plan-reminders.ts";

const STARTS = new Date("2026-11-30T17:00:00.000Z");

describe("planning reminders", () => {
  let app: TestApp;
  let ana: Awaited<ReturnType<typeof mintPractice>>;
  let id: string;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.set("2026-11-23T12:00:00.000Z");
    app.whatsapp.sent.length = 0;
    await app.db.delete(deliveries);
    ana = await mintPractice(app);
    const client = await mintClient(app, ana.professionalId, { email: "bia@example.com" });
    const made = { clientId: client.id, status: "confirmed" as const, startsAt: STARTS };
    ({ id } = await mintAppointment(app, ana, made));
  });
  const plan = () => planReminders(app.ctx({ type: "job", queue: "messaging.plan" }), id);
  const planned = async () =>
    (
      await app.db
        .select()
        .from(deliveries)
        .where(eq(deliveries.appointmentId, id))
        .orderBy(asc(deliveries.notBefore), asc(deliveries.createdAt))
    ).map(({ notBefore, template, state }) => `${notBefore.toISOString()} ${template} ${state}`);

  it("a day and an hour before, once, however many plan at once", async () => {
    await Promise.all([plan(), plan(), plan()]);
    await plan();
    expect(await planned()).toEqual([
      "2026-11-29T17:00:00.000Z reminder24h queued",
      "2026-11-30T16:00:00.000Z reminder1h queued",
    ]);
  });

  it("each goes out in its minute and no other, once with three workers", async () => {
    await plan();
    app.clock.set("2026-11-29T16:59:59.000Z");
    expect(await deliverNow(app)).toBe(0);
    app.clock.set("2026-11-29T17:00:00.000Z");
    await Promise.all([deliverNow(app), deliverNow(app), deliverNow(app), plan()]);
    expect(app.whatsapp.sent).toHaveLength(1);
    await plan();
    expect(await planned()).toEqual([
      "2026-11-29T17:00:00.000Z reminder24h accepted",
      "2026-11-30T16:00:00.000Z reminder1h queued",
    ]);
  });

  it("planning once more takes nothing out of a worker's hands", async () => {
    await plan();
    app.clock.set("2026-11-29T17:00:00.000Z");
    const [claimed] = await claimDue(app.ctx({ type: "job", queue: "test" }), 1, 60_000);
    await plan();
    const [row] = await app.db
      .select()
      .from(deliveries)
      .where(eq(deliveries.id, claimed?.id ?? ""));
    expect(row?.nextAt?.toISOString()).toBe("2026-11-29T17:01:00.000Z");
  });

  it("another time has new ones and never the old; back again they are there again", async () => {
    await plan();
    const move = (startsAt: Date) =>
      app.db
        .update(appointments)
        .set({
          startsAt,
          endsAt: new Date(startsAt.getTime() + 3_000_000),
          blockedFrom: startsAt,
          blockedUntil: new Date(startsAt.getTime() + 3_000_000),
        })
        .where(eq(appointments.id, id));
    await move(new Date("2026-12-02T17:00:00.000Z"));
    await plan();
    expect(await planned()).toEqual([
      "2026-11-29T17:00:00.000Z reminder24h dropped",
      "2026-11-30T16:00:00.000Z reminder1h dropped",
      "2026-12-01T17:00:00.000Z reminder24h queued",
      "2026-12-02T16:00:00.000Z reminder1h queued",
    ]);
    await move(STARTS);
    await plan();
    expect((await planned()).map((line) => line.split(" ")[2])).toEqual([
      "queued",
      "queued",
      "dropped",
      "dropped",
    ]);
  });

  it("none for what is off, none in a plan without them; a service's own leads count", async () => {
    await app.db
      .update(services)
      .set({ reminderMinutes: [180] })
      .where(eq(services.id, ana.serviceId));
    await plan();
    expect(await planned()).toEqual(["2026-11-30T14:00:00.000Z reminder1h queued"]);
    await app.db.update(appointments).set({ status: "cancelled" }).where(eq(appointments.id, id));
    await plan();
    expect(await planned()).toEqual(["2026-11-30T14:00:00.000Z reminder1h dropped"]);
  });

  it("as the practice has it: its leads, its quiet hours, its channels", async () => {
    await app.db.insert(messageSettings).values({
      professionalId: ana.professionalId,
      reminderMinutes: [2880],
      quietFrom: 720,
      quietUntil: 900,
      clientChannels: ["mail"],
    });
    await plan();
    // 14:00 in São Paulo is quiet there: at 15:00.
    expect(await planned()).toEqual(["2026-11-28T18:00:00.000Z reminder24h queued"]);
    const [row] = await app.db.select().from(deliveries).where(eq(deliveries.appointmentId, id));
    expect(row?.channels).toEqual(["mail"]);
  });
});
