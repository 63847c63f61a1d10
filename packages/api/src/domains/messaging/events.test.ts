import { appointments } from "@odys/db/schema/booking";
import { notifications } from "@odys/db/schema/messaging";
import { auditLog } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import type { OdysEvent } from "@odys/shared/ops/events";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { linkToken } from "../../kernel/links.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";
import { deliverDue } from "./deliver-due.ts";
import { messagingConsumers } from "./index.ts";

type Practice = Awaited<ReturnType<typeof mintPractice>>;
type Change = Extract<OdysEvent, { type: "booking.appointment_changed" }>["payload"];

describe("what messaging does when something happened", () => {
  let app: TestApp;
  let ana: Practice;
  beforeAll(async () => {
    app = await createTestApp();
    ana = await mintPractice(app, { actor: { email: "ana@odys.test" } });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.mail.sent.length = 0;
    await app.db.delete(notifications);
  });

  /** As the workers do: every consumer that hears the event, each as often as `times`. */
  async function hear(event: OdysEvent, eventId = newId(), times = 1) {
    for (const { name, on, handle } of messagingConsumers)
      for (let i = 0; i < times && on.includes(event.type); i++)
        await handle(app.ctx({ type: "job", queue: name }), event, eventId);
    await deliverDue(app.ctx({ type: "job", queue: "messaging.deliver" }));
  }
  const changed = (
    appointmentId: string,
    change: Pick<Change, "from" | "to" | "by">,
  ): OdysEvent => ({
    type: "booking.appointment_changed",
    payload: { appointmentId, professionalId: ana.professionalId, ...change },
  });
  const toldInApp = (userId: string) =>
    app.db.select().from(notifications).where(eq(notifications.userId, userId));
  // Deliveries of one batch leave side by side.
  const mails = () =>
    app.mail.sent
      .map(({ to, subject }) => [to, subject])
      .toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  /** The last mail to somebody. */
  const mailTo = (address: string) => app.mail.sent.findLast(({ to }) => to === address);

  it("a guest's request: the professional in the app and by mail, the guest by mail", async () => {
    const client = await mintClient(app, ana.professionalId, { email: "guest@example.com" });
    const { id } = await mintAppointment(app, ana, { clientId: client.id, placeDetail: "Sala 3" });
    await hear(changed(id, { from: null, to: "pending_confirmation", by: "client" }));

    const [told] = await toldInApp(ana.userId);
    expect(told).toMatchObject({
      type: "booking_requested",
      params: {
        audience: "professional",
        appointmentId: id,
        professionalName: "Ana Teste",
        clientName: "Bia Cliente",
        serviceName: "Sessão",
        startsAt: "2026-11-30T12:00:00.000Z",
        zone: "America/Sao_Paulo",
      },
    });
    expect(mails()).toEqual([
      [
        "ana@odys.test",
        "Bia Cliente pediu um horário: segunda, 30 de novembro, 9h (horário de Brasília)",
      ],
      ["guest@example.com", "Pedido enviado: segunda, 30 de novembro, 9h (horário de Brasília)"],
    ]);
    // Where it takes place is for those who are expected there.
    expect(mailTo("guest@example.com")?.text).not.toContain("Sala 3");
  });

  it("a decision: the client with an account in the app and by mail, in their language", async () => {
    const bia = await mintUser(app, { email: "bia@example.com", locale: "en" });
    const client = await mintClient(app, ana.professionalId, {
      userId: bia.userId,
      email: "typed@example.com",
    });
    const { id } = await mintAppointment(app, ana, {
      clientId: client.id,
      startsAt: new Date("2026-12-01T12:00:00.000Z"),
      status: "confirmed",
      placeDetail: "Sala 3",
    });
    const event = changed(id, {
      from: "pending_confirmation",
      to: "confirmed",
      by: "professional",
    });
    await hear(event);
    const [told] = await toldInApp(bia.userId);
    expect(told).toMatchObject({ type: "booking_confirmed", params: { audience: "client" } });
    expect(await toldInApp(ana.userId)).toEqual([]);
    expect(mails()).toEqual([
      ["bia@example.com", "Confirmed: Tuesday, December 1, 9 AM (Brasilia time)"],
    ]);
    expect(app.mail.sent[0]?.text).toContain("Sala 3");

    await app.db
      .update(appointments)
      .set({ status: "cancelled", reason: "Estou doente" })
      .where(eq(appointments.id, id));
    await hear(changed(id, { from: "confirmed", to: "cancelled", by: "professional" }));
    expect(app.mail.sent[1]?.text).toContain("Estou doente");
    expect((await toldInApp(bia.userId)).map((row) => row.type)).toEqual([
      "booking_confirmed",
      "booking_cancelled",
    ]);
  });

  it("every mail brings the appointment for the reader's own calendar, and the client's link", async () => {
    const client = await mintClient(app, ana.professionalId, { email: "guest@example.com" });
    const { id } = await mintAppointment(app, ana, {
      clientId: client.id,
      startsAt: new Date("2026-12-05T12:00:00.000Z"),
    });
    const manage = `http://odys.test/m/${linkToken(app.services.settings, "manage", id)}`;
    await hear(changed(id, { from: null, to: "pending_confirmation", by: "client" }));
    const [toPro, toClient] = [mailTo("ana@odys.test"), mailTo("guest@example.com")];
    expect(toClient?.text).toContain(manage);
    expect(toClient?.html).toContain(`href="${manage}"`);
    expect(toPro?.text).not.toContain("/m/");
    const [own] = toPro?.attachments ?? [];
    expect(own?.content).toContain("SUMMARY:Sessão: Bia Cliente\r\n");
    expect(own?.content).not.toContain("/m/");
    const [file] = toClient?.attachments ?? [];
    expect(file).toMatchObject({
      filename: "odys.ics",
      contentType: "text/calendar; charset=utf-8; method=REQUEST",
    });
    expect(file?.content).toContain("DTSTART;TZID=America/Sao_Paulo:20261205T090000\r\n");
    expect(file?.content).toContain("STATUS:TENTATIVE\r\n");
    expect(file?.content).toContain("mailto:guest@example.com\r\n");
    expect(file?.content.replaceAll("\r\n ", "")).toContain(manage);

    await ana.caller.booking.reject({ id, reason: "" });
    await hear(changed(id, { from: "pending_confirmation", to: "rejected", by: "professional" }));
    const refused = app.mail.sent[2];
    expect(refused?.text).toContain(`http://odys.test/p/${ana.slug}`);
    expect(refused?.text).not.toContain("/m/");
    expect(refused?.attachments?.[0]?.contentType).toContain("method=CANCEL");
    expect(refused?.attachments?.[0]?.content).toContain("SEQUENCE:1\r\n");
  });

  it("another time: whoever did not choose it hears in the app, the client has it in writing", async () => {
    const bia = await mintUser(app, { email: "bia.move@example.com" });
    const client = await mintClient(app, ana.professionalId, { userId: bia.userId });
    const startsAt = new Date("2026-12-05T12:00:00.000Z");
    const { id } = await mintAppointment(app, ana, {
      clientId: client.id,
      startsAt,
      status: "confirmed",
      placeDetail: "Sala 3",
    });
    const moved = (by: "professional" | "client", to = startsAt.toISOString()): OdysEvent => ({
      type: "booking.appointment_moved",
      payload: {
        appointmentId: id,
        professionalId: ana.professionalId,
        from: "2026-12-04T13:30:00.000Z",
        to,
        by,
      },
    });
    await hear(moved("professional"));
    const now = "sábado, 5 de dezembro, 9h (horário de Brasília)";
    expect(mails()).toEqual([["bia.move@example.com", `Novo horário: ${now}`]]);
    expect(app.mail.sent[0]?.text).toContain("Antes: sexta, 4 de dezembro, 10h30");
    expect(app.mail.sent[0]?.text).toContain("Sala 3");
    expect((await toldInApp(bia.userId)).map(({ type }) => type)).toEqual(["booking_moved"]);

    app.mail.sent.length = 0;
    await app.db
      .update(appointments)
      .set({ status: "pending_confirmation" })
      .where(eq(appointments.id, id));
    await hear(moved("client"));
    expect(mails()).toEqual([
      ["ana@odys.test", `Bia Cliente pediu outro horário: ${now}`],
      ["bia.move@example.com", `Novo horário pedido: ${now}`],
    ]);
    expect(app.mail.sent[1]?.text).not.toContain("Sala 3");
    expect((await toldInApp(ana.userId)).map(({ type }) => type)).toEqual(["booking_moved"]);

    // Moved on again before anybody was told: the later news is the one to tell.
    app.mail.sent.length = 0;
    await hear(moved("client", "2026-12-06T12:00:00.000Z"));
    expect(mails()).toEqual([]);
  });

  it("a job that runs three times tells once", async () => {
    const { id } = await mintAppointment(app, ana, {
      startsAt: new Date("2026-12-02T12:00:00.000Z"),
    });
    await hear(changed(id, { from: null, to: "pending_confirmation", by: "client" }), newId(), 3);
    expect(await toldInApp(ana.userId)).toHaveLength(1);
    expect(new Set(app.mail.sent.map((mail) => mail.dedupeKey)).size).toBe(1);
  });

  it("tells nobody what is no longer so", async () => {
    const { id } = await mintAppointment(app, ana, {
      startsAt: new Date("2026-12-03T12:00:00.000Z"),
      status: "cancelled",
    });
    await hear(changed(id, { from: "pending_confirmation", to: "confirmed", by: "professional" }));
    await hear(changed(newId(), { from: null, to: "confirmed", by: "client" }));
    expect(app.mail.sent).toEqual([]);
    expect(await app.db.$count(notifications)).toBe(0);
  });

  it("what the professional wants no mail about is told in the app alone; the client's mail leaves", async () => {
    const quiet = await mintPractice(app, {
      professional: { mutedMails: ["requested", "cancelled"] },
    });
    const client = await mintClient(app, quiet.professionalId, { email: "guest@example.com" });
    const each = [
      [null, "pending_confirmation"],
      [null, "confirmed"],
      ["confirmed", "cancelled"],
    ] as const;
    for (const [index, [from, to]] of each.entries()) {
      const { id } = await mintAppointment(app, quiet, {
        clientId: client.id,
        status: to,
        startsAt: new Date(Date.UTC(2026, 11, 10 + index, 12)),
      });
      await hear(changed(id, { from, to, by: "client" }));
    }
    expect(await toldInApp(quiet.userId)).toHaveLength(3);
    const { email } = quiet.actor;
    const guest = "guest@example.com";
    expect(mails().map(([to]) => to)).toEqual([email, guest, guest, guest]);
  });

  it("a full plan: the professional, once a day", async () => {
    const limit = (day: string): OdysEvent => ({
      type: "booking.plan_limit_hit",
      payload: { professionalId: ana.professionalId, day },
    });
    await hear(limit("2026-11-23"));
    await hear(limit("2026-11-23"));
    await hear(limit("2026-11-24"));
    expect((await toldInApp(ana.userId)).map(({ type, params }) => [type, params["day"]])).toEqual([
      ["plan_limit_reached", "2026-11-23"],
      ["plan_limit_reached", "2026-11-24"],
    ]);
  });

  it.each([
    [
      "accounts.verification_requested",
      "https://odys.test/verify?token=1",
      "Confirme seu e-mail no Odys",
    ],
    ["accounts.reset_requested", "https://odys.test/reset?token=1", "Escolha uma nova senha"],
  ] as const)("%s: a mail with the link", async (type, url, subject) => {
    const user = await mintUser(app);
    await hear({ type, payload: { userId: user.userId, url } });
    expect(mails()).toEqual([[user.email, subject]]);
    expect(app.mail.sent[0]?.text).toContain(url);
  });

  it("an address that is registered again: its owner is told", async () => {
    const user = await mintUser(app, { locale: "en" });
    await hear({ type: "accounts.register_repeated", payload: { userId: user.userId } });
    expect(mails()).toEqual([[user.email, "You already have an Odys account"]]);
    expect(app.mail.sent[0]?.text).toContain("http://odys.test/sign-in");
    await hear({ type: "accounts.register_repeated", payload: { userId: newId() } });
    expect(app.mail.sent).toHaveLength(1);
  });

  it("the audit log names the job", async () => {
    const { id } = await mintAppointment(app, ana, {
      startsAt: new Date("2026-12-04T12:00:00.000Z"),
    });
    await hear(changed(id, { from: null, to: "pending_confirmation", by: "client" }));
    const [told] = await toldInApp(ana.userId);
    const [row] = await app.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.rowId, told?.id ?? ""), eq(auditLog.operation, "insert")));
    expect(row).toMatchObject({ actor: "job:messaging.notify", tableName: "notifications" });
    expect(JSON.stringify(row)).not.toContain("Bia Cliente");
  });
});
