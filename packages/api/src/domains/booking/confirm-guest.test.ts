import { appointments } from "@odys/db/schema/booking";
import { outboxEvents } from "@odys/db/schema/ops";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { consumers } from "../../root.ts";
import { linkToken, readLinkToken } from "../../kernel/links.ts";
import { createOutbox } from "../../gateways/queue/outbox.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";
import { proofFor } from "../../testing/guests.ts";

const MONDAY_9 = "2026-11-30T12:00:00.000Z"; // in São Paulo
const MINUTE = 60_000;

describe("booking.confirmGuest", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ max: 10, settings: { guestWork: 160 } });
  });
  afterAll(() => app.close());
  beforeEach(() => app.clock.set("2026-11-23T12:00:00.000Z"));

  type Practice = Awaited<ReturnType<typeof mintPractice>>;
  const wishOf = ({ slug, serviceId }: Practice, startsAt = MONDAY_9) => ({
    slug,
    serviceId,
    startsAt,
    name: "Bia Souza",
    phone: "(11) 91234-5678",
    email: "bia@example.com",
  });
  const tokenOf = (id: string) => linkToken(app.services.settings, "confirm", id);
  const rowOf = async (id: string) =>
    (await app.db.select().from(appointments).where(eq(appointments.id, id)))[0];
  const changesOf = async (practice: Practice) =>
    (
      await app.db
        .select({ payload: outboxEvents.payload })
        .from(outboxEvents)
        .where(
          and(
            eq(outboxEvents.professionalId, practice.professionalId),
            eq(outboxEvents.type, "booking.appointment_changed"),
          ),
        )
        .orderBy(outboxEvents.id)
    ).map(({ payload }) => [payload["from"], payload["to"]]);
  const listed = async ({ caller }: Practice) =>
    (await caller.clients.list({})).items.map(({ name }) => name);
  let minute = 0;
  const mintHold = (practice: Practice, row: Parameters<typeof mintAppointment>[2] = {}) =>
    mintAppointment(app, practice, {
      status: "held",
      heldUntil: new Date(app.clock.now() + 30 * MINUTE),
      startsAt: new Date(Date.parse(MONDAY_9) + minute++ * 60 * MINUTE),
      bookedEmail: "bia@example.com",
      originHash: "here",
      vouchedBy: "none",
      ...row,
    });
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => "OK",
      (error: { message: string }) => error.message,
    );

  it("from the page to the mail to the booking: held without a word to the professional, then theirs to answer", async () => {
    const practice = await mintPractice(app, { actor: { email: "ana@odys.test" } });
    const guest = app.anonymous();
    const answer = await guest.booking.book(wishOf(practice));
    expect(answer).toMatchObject({
      status: "held",
      manageToken: null,
      heldUntil: "2026-11-23T12:30:00.000Z",
    });
    const { appointmentId: id } = answer;
    expect(await rowOf(id)).toMatchObject({ status: "held", vouchedBy: "none" });
    expect(await listed(practice), "whoever made them up filled no list").toEqual([]);

    const outbox = createOutbox({
      services: app.services,
      consumers,
      schedules: [],
      role: "web",
      url: app.url,
    });
    await outbox.start();
    await outbox.drain();
    expect(app.mail.sent.map(({ to }) => to)).toEqual(["bia@example.com"]);
    const token = /\/confirm\/([\w-]{43})\b/.exec(app.mail.sent[0]?.text ?? "")?.[1] ?? "";

    const check = await guest.booking.getGuestCheck({ token });
    expect(check).toMatchObject({ state: "waiting", serviceName: "Sessão", startsAt: MONDAY_9 });
    expect(await rowOf(id), "a look changes nothing").toMatchObject({ status: "held" });

    const booked = await guest.booking.confirmGuest({ token });
    expect(booked).toEqual({
      ...answer,
      status: "pending_confirmation",
      manageToken: expect.any(String),
      heldUntil: null,
    });
    expect(readLinkToken(app.services.settings, "manage", booked.manageToken ?? "")).toBe(id);
    expect(await rowOf(id)).toMatchObject({ status: "pending_confirmation", vouchedBy: "mail" });
    expect(await listed(practice)).toEqual(["Bia Souza"]);
    expect(await changesOf(practice)).toEqual([
      [null, "held"],
      ["held", "pending_confirmation"],
    ]);
    await outbox.drain();
    await outbox.stop();
    expect(app.mail.sent.map(({ to }) => to).toSorted()).toEqual([
      "ana@odys.test",
      "bia@example.com",
      "bia@example.com",
    ]);
    expect((await guest.booking.getGuestCheck({ token })).state).toBe("confirmed");
  });

  it("where the practice wants a mailbox, work alone is not enough; with both it is held", async () => {
    const practice = await mintPractice(app, { professional: { guestCheck: "mail" } });
    const guest = app.anonymous();
    const { email, ...wish } = wishOf(practice);
    const ask = { slug: practice.slug, serviceId: practice.serviceId };
    expect((await guest.booking.getChallenge(ask)).email).toBe("required");
    const proof = await proofFor(guest, wish);
    await expect(guest.booking.book({ ...wish, proof })).rejects.toMatchObject({
      message: "GUEST_CHECK_FAILED",
      cause: { details: { need: "email" } },
    });
    const answer = await guest.booking.book({ ...wish, email, proof });
    expect(answer.status).toBe("held");
    expect(await rowOf(answer.appointmentId)).toMatchObject({ vouchedBy: "work" });
  });

  it("who is on the list stays there, and who was taken off it comes back with the confirmation", async () => {
    const practice = await mintPractice(app);
    const guest = app.anonymous();
    const { phone, name } = wishOf(practice);
    const known = await practice.caller.clients.create({ name, phone });
    const first = await guest.booking.book(wishOf(practice));
    expect(first.status).toBe("held");
    expect(await listed(practice)).toEqual([name]);

    await practice.caller.clients.archive({ id: known.id });
    const later = new Date(Date.parse(MONDAY_9) + 120 * MINUTE).toISOString();
    const second = await guest.booking.book(wishOf(practice, later));
    expect(second.status).toBe("held");
    expect(await listed(practice)).toEqual([]);
    app.clock.set("2026-11-23T13:00:00.000Z");
    await expect(
      guest.booking.confirmGuest({ token: tokenOf(second.appointmentId) }),
    ).rejects.toThrow("LINK_EXPIRED");
    expect(await listed(practice), "nothing came of it").toEqual([]);
    app.clock.set("2026-11-23T12:10:00.000Z");
    await guest.booking.confirmGuest({ token: tokenOf(second.appointmentId) });
    expect(await listed(practice)).toEqual([name]);
  });

  it("is confirmed at once where the service says so now", async () => {
    const practice = await mintPractice(app, { service: { confirmation: "automatic" } });
    const { id } = await mintHold(practice);
    const booked = await app.anonymous().booking.confirmGuest({ token: tokenOf(id) });
    expect(booked.status).toBe("confirmed");
  });

  it("twice is no error, whatever became of it, and changes nothing", async () => {
    const practice = await mintPractice(app);
    const { id } = await mintHold(practice);
    const guest = app.anonymous();
    const first = await guest.booking.confirmGuest({ token: tokenOf(id) });
    expect(await guest.booking.confirmGuest({ token: tokenOf(id) })).toEqual(first);
    await practice.caller.booking.reject({ id });
    const later = await guest.booking.confirmGuest({ token: tokenOf(id) });
    expect(later.status).toBe("rejected");
    expect(await changesOf(practice)).toHaveLength(2);
  });

  it("LINK_EXPIRED with the page to choose again, once it is no longer held", async () => {
    const practice = await mintPractice(app);
    const { id: late } = await mintHold(practice);
    const { id: released } = await mintHold(practice, { status: "expired" });
    const guest = app.anonymous();
    app.clock.advance(30 * MINUTE);
    for (const id of [late, released]) {
      await expect(guest.booking.confirmGuest({ token: tokenOf(id) })).rejects.toMatchObject({
        message: "LINK_EXPIRED",
        cause: { details: { slug: practice.slug } },
      });
      const check = await guest.booking.getGuestCheck({ token: tokenOf(id) });
      expect(check).toMatchObject({ state: "expired", professional: { slug: practice.slug } });
    }
  });

  it("NOT_FOUND for a forged link, one of another purpose, and what was never held", async () => {
    const practice = await mintPractice(app);
    const { id: held } = await mintHold(practice);
    const { id: plain } = await mintAppointment(app, practice, {
      startsAt: new Date("2026-12-20T12:00:00.000Z"),
    });
    const manage = linkToken(app.services.settings, "manage", held);
    for (const token of ["", "x".repeat(43), manage, tokenOf(plain), tokenOf(practice.serviceId)]) {
      expect(await codeOf(app.anonymous().booking.confirmGuest({ token }))).toBe("NOT_FOUND");
      expect(await codeOf(app.anonymous().booking.getGuestCheck({ token }))).toBe("NOT_FOUND");
    }
  });

  it("TOO_MANY_PENDING of one mailbox and of the practice, PLAN_LIMIT_REACHED: it stays held", async () => {
    const confirm = (id: string) =>
      codeOf(app.anonymous().booking.confirmGuest({ token: tokenOf(id) }));
    const roomy = await mintPractice(app, { professional: { maxPending: 100 } });
    const codes = [];
    for (let n = 0; n < 4; n++) codes.push(await confirm((await mintHold(roomy)).id));
    expect(codes).toEqual(["OK", "OK", "OK", "TOO_MANY_PENDING"]);
    const { id: other } = await mintHold(roomy, { bookedEmail: "rita@example.com" });
    expect(await confirm(other)).toBe("OK");

    const full = await mintPractice(app, { professional: { maxPending: 1 } });
    const [first, second] = [await mintHold(full), await mintHold(full)];
    expect([await confirm(first.id), await confirm(second.id)]).toEqual(["OK", "TOO_MANY_PENDING"]);
    expect(await rowOf(second.id)).toMatchObject({ status: "held", vouchedBy: "none" });
    await full.caller.booking.confirm({ id: first.id });
    expect(await confirm(second.id)).toBe("OK");

    const free = await mintPractice(app, { professional: { plan: "free", maxPending: 100 } });
    for (let day = 1; day <= 20; day++)
      await mintAppointment(app, free, {
        status: "confirmed",
        startsAt: new Date(Date.UTC(2026, 11, day, 15)),
      });
    const december = { startsAt: new Date("2026-12-21T15:00:00.000Z") };
    expect(await confirm((await mintHold(free, december)).id)).toBe("PLAN_LIMIT_REACHED");
  });

  it("the address of somebody else cannot be used to wear out theirs: what they did not confirm does not count", async () => {
    const practice = await mintPractice(app, { professional: { maxPending: 100 } });
    for (let n = 0; n < 5; n++)
      await mintHold(practice, { status: "pending_confirmation", vouchedBy: "work" });
    const { id } = await mintHold(practice);
    expect(await codeOf(app.anonymous().booking.confirmGuest({ token: tokenOf(id) }))).toBe("OK");
  });
});
