import { appointments } from "@odys/db/schema/booking";
import type { clients } from "@odys/db/schema/clients";
import { notifications } from "@odys/db/schema/messaging";
import { contactConsents } from "@odys/db/schema/messaging/conversations";
import { deliveries, deliveryAttempts } from "@odys/db/schema/messaging/deliveries";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { deliverNow, ledgerOf, mintDelivery, scriptedWhatsApp } from "../../testing/deliveries.ts";
import { mintAppointment, mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";

const MINUTE = 60_000;
type Practice = Awaited<ReturnType<typeof mintPractice>>;

describe("sending what is due", () => {
  let app: TestApp;
  let ana: Practice;
  beforeAll(async () => {
    app = await createTestApp();
    ana = await mintPractice(app);
  });
  afterAll(() => app.close());
  let day = 0;
  beforeEach(async () => {
    app.clock.set("2026-11-23T12:00:00.000Z");
    await app.db.delete(deliveries);
    app.mail.sent.length = 0;
    app.services.whatsapp = app.whatsapp;
    app.whatsapp.sent.length = 0;
  });

  async function meeting(client: Partial<typeof clients.$inferInsert> & { userId?: never } = {}) {
    const { id: clientId } = await mintClient(app, ana.professionalId, {
      email: "bia@example.com",
      ...client,
    });
    const startsAt = new Date(Date.UTC(2026, 10, 24, 12) + day++ * 3_600_000);
    return {
      ...(await mintAppointment(app, ana, { clientId, status: "confirmed", startsAt })),
      startsAt,
    };
  }
  const accepted = (providerMessageId: string) =>
    ({ outcome: "accepted", providerMessageId }) as const;

  it("one message on the first channel, with its text, its answers and its template", async () => {
    const id = await mintDelivery(
      app,
      ana,
      await meeting({ name: "Bia Lima", phone: "+5511912345678" }),
    );
    expect(await deliverNow(app)).toBe(1);
    const [sent] = app.whatsapp.sent;
    expect(sent).toMatchObject({ to: "+5511912345678", windowOpen: false });
    expect(sent?.text).toContain("Ana Teste");
    expect(sent?.buttons.map((button) => button.id.split(":")[0])).toEqual([
      "confirm",
      "reschedule",
      "cancel",
    ]);
    expect(sent?.template?.locale).toBe("pt-BR");
    const { attempts, ...row } = await ledgerOf(app, id);
    expect(row).toMatchObject({ state: "accepted", channel: "whatsapp", tries: 1 });
    expect(attempts).toMatchObject([{ id: sent?.key, state: "accepted", driver: "local" }]);
    expect(await deliverNow(app)).toBe(0);
  });

  it("not arrived in time: the next channel, once", async () => {
    const id = await mintDelivery(app, ana, await meeting());
    await deliverNow(app);
    app.clock.advance(29 * MINUTE);
    expect(await deliverNow(app)).toBe(0);
    app.clock.advance(2 * MINUTE);
    expect(await deliverNow(app)).toBe(1);
    expect(app.mail.sent.map(({ to }) => to)).toEqual(["bia@example.com"]);
    const { attempts, ...row } = await ledgerOf(app, id);
    expect(row).toMatchObject({ state: "accepted", channel: "mail", nextAt: null });
    expect(attempts.map(({ channel }) => channel)).toEqual(["whatsapp", "mail"]);
  });

  it("a number without WhatsApp: by mail in the same breath", async () => {
    app.services.whatsapp = scriptedWhatsApp(() => ({
      outcome: "refused",
      reason: "no_whatsapp",
      detail: "131026",
    }));
    const id = await mintDelivery(app, ana, await meeting());
    await deliverNow(app);
    expect(app.mail.sent).toHaveLength(1);
    const { attempts, ...row } = await ledgerOf(app, id);
    expect(row).toMatchObject({ state: "accepted", channel: "mail" });
    expect(attempts.map(({ state, reason }) => [state, reason])).toEqual([
      ["failed", "no_whatsapp"],
      ["accepted", null],
    ]);
  });

  it("a provider that is down for an hour: tried again and again, sent once", async () => {
    const back = app.clock.now() + 60 * MINUTE;
    const whatsapp = scriptedWhatsApp((_, count) =>
      app.clock.now() < back
        ? { outcome: "refused", reason: "provider_down", detail: "ECONNREFUSED" }
        : accepted(`wamid.${count}`),
    );
    app.services.whatsapp = whatsapp;
    const id = await mintDelivery(app, ana, await meeting(), { channels: ["whatsapp"] });
    for (let minute = 0; minute < 90; minute++) {
      await deliverNow(app);
      app.clock.advance(MINUTE);
    }
    const { attempts, ...row } = await ledgerOf(app, id);
    expect(row.state).toBe("accepted");
    expect(attempts.filter(({ state }) => state === "accepted")).toHaveLength(1);
    expect(attempts.length).toBeGreaterThan(3);
    expect(attempts.length).toBeLessThanOrEqual(14);
    expect(whatsapp.asked).toHaveLength(attempts.length);
  });

  it("an answer that got lost is never asked for again, unless the provider sends once per key", async () => {
    const lossy = () => ({ outcome: "unknown", detail: "timeout" }) as const;
    const blind = scriptedWhatsApp(lossy);
    app.services.whatsapp = blind;
    const id = await mintDelivery(app, ana, await meeting(), { channels: ["whatsapp"] });
    for (let round = 0; round < 10; round++) {
      await deliverNow(app);
      app.clock.advance(10 * MINUTE);
    }
    expect(blind.asked).toHaveLength(1);
    expect(await ledgerOf(app, id)).toMatchObject({
      state: "unknown",
      reason: "answer_lost",
      nextAt: null,
    });

    const keyed = scriptedWhatsApp((_, count) => (count < 3 ? lossy() : accepted("wamid.keyed")), {
      deduplicates: true,
    });
    app.services.whatsapp = keyed;
    const again = await mintDelivery(app, ana, await meeting(), { channels: ["whatsapp"] });
    for (let round = 0; round < 4; round++) {
      await deliverNow(app);
      app.clock.advance(31 * MINUTE);
    }
    expect(new Set(keyed.asked.map(({ key }) => key)).size).toBe(1);
    expect(await ledgerOf(app, again)).toMatchObject({ state: "accepted" });
  });

  it("a worker that dies after the request left: unknown where nobody can tell, then the next channel", async () => {
    const dead = scriptedWhatsApp(() => {
      throw new Error("killed");
    });
    app.services.whatsapp = dead;
    const id = await mintDelivery(app, ana, await meeting());
    await deliverNow(app);
    expect(await ledgerOf(app, id)).toMatchObject({
      state: "sending",
      attempts: [{ state: "sending" }],
    });
    expect(await deliverNow(app)).toBe(0);
    app.clock.advance(2 * MINUTE);
    await deliverNow(app);
    expect(await ledgerOf(app, id)).toMatchObject({
      state: "unknown",
      attempts: [{ state: "unknown" }],
    });
    app.clock.advance(31 * MINUTE);
    await deliverNow(app);
    expect(dead.asked).toHaveLength(1);
    expect(app.mail.sent).toHaveLength(1);
  });

  it("what is not true any more is dropped and says why; what is late is not sent late", async () => {
    const cancelled = await meeting();
    const moved = await meeting();
    const params = (one: { startsAt: Date }) => ({
      status: "confirmed",
      startsAt: one.startsAt.toISOString(),
    });
    const first = await mintDelivery(app, ana, cancelled, { params: params(cancelled) });
    const second = await mintDelivery(app, ana, moved, { params: params(moved) });
    const late = await mintDelivery(app, ana, await meeting(), {
      notBefore: new Date("2026-11-23T09:00:00.000Z"),
      notAfter: new Date("2026-11-23T11:59:00.000Z"),
    });
    await app.db
      .update(appointments)
      .set({ status: "cancelled" })
      .where(eq(appointments.id, cancelled.id));
    await app.db
      .update(appointments)
      .set({
        startsAt: new Date(moved.startsAt.getTime() - 60_000),
        blockedFrom: new Date(moved.startsAt.getTime() - 60_000),
      })
      .where(eq(appointments.id, moved.id));
    await deliverNow(app);
    expect(app.whatsapp.sent).toEqual([]);
    expect(await ledgerOf(app, first)).toMatchObject({
      state: "dropped",
      reason: "moved_on",
      attempts: [],
    });
    expect(await ledgerOf(app, second)).toMatchObject({ state: "dropped", reason: "moved_on" });
    expect(await ledgerOf(app, late)).toMatchObject({ state: "expired", reason: "too_late" });
  });

  it("opted out, no address, a plan without reminders: each is said", async () => {
    const out = await meeting({ email: null });
    await app.db.insert(contactConsents).values({
      id: newId(),
      professionalId: ana.professionalId,
      clientId: out.clientId,
      channel: "whatsapp",
      granted: false,
      source: "client",
    });
    const id = await mintDelivery(app, ana, out);
    const free = await mintPractice(app, { professional: { plan: "free" } });
    const unpaid = await mintDelivery(
      app,
      free,
      await mintAppointment(app, free, { status: "confirmed" }),
    );
    await deliverNow(app);
    expect(app.whatsapp.sent).toEqual([]);
    expect(await ledgerOf(app, id)).toMatchObject({ state: "failed", reason: "opted_out" });
    expect(await ledgerOf(app, unpaid)).toMatchObject({ state: "dropped", reason: "not_in_plan" });
  });

  it("the last way is the app, for who has an account", async () => {
    const bia = await mintUser(app, { email: "bia.app@example.com" });
    const client = await mintClient(app, ana.professionalId, { userId: bia.userId });
    const startsAt = new Date("2026-11-26T12:00:00.000Z");
    const appointment = await mintAppointment(app, ana, {
      clientId: client.id,
      status: "confirmed",
      startsAt,
    });
    const id = await mintDelivery(app, ana, appointment, { channels: ["in_app"] });
    await deliverNow(app);
    expect(await ledgerOf(app, id)).toMatchObject({ state: "delivered", channel: "in_app" });
    const told = await app.db
      .select()
      .from(notifications)
      .where(eq(notifications.userId, bia.userId));
    expect(told).toMatchObject([
      { type: "appointment_reminder", params: { appointmentId: appointment.id } },
    ]);
  });

  it("three workers at once send each thing once", async () => {
    const whatsapp = scriptedWhatsApp(async (_, count) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
      return accepted(`wamid.race.${count}`);
    });
    app.services.whatsapp = whatsapp;
    const appointment = await meeting();
    for (let n = 0; n < 150; n++)
      await mintDelivery(app, ana, appointment, { channels: ["whatsapp"] });
    const counts = await Promise.all([deliverNow(app), deliverNow(app), deliverNow(app)]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(150);
    expect(new Set(whatsapp.asked.map(({ key }) => key)).size).toBe(150);
    expect(await app.db.$count(deliveries, eq(deliveries.state, "accepted"))).toBe(150);
    expect(await app.db.$count(deliveryAttempts)).toBe(150);
  });
});
