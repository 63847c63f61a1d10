import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import { auditLog, outboxEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLinkToken } from "../../kernel/links.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";

const MONDAY_9 = "2026-11-30T12:00:00.000Z"; // in São Paulo

describe("booking.book", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  const inputOf = (practice: { slug: string; serviceId: string }, startsAt = MONDAY_9) => ({
    slug: practice.slug,
    serviceId: practice.serviceId,
    startsAt,
    name: "Bia Souza",
    phone: "(11) 91234-5678",
  });
  const bookedAt = (professionalId: string) =>
    app.db.select().from(appointments).where(eq(appointments.professionalId, professionalId));
  const clientsOf = (professionalId: string) =>
    app.db.select().from(clients).where(eq(clients.professionalId, professionalId));

  it("asks what the service asks, and keeps the answers beside the questions as they were", async () => {
    const ask = (label: string, more = {}) => ({
      id: newId(),
      label,
      kind: "line" as const,
      required: false,
      ...more,
    });
    const asked = [
      ask("Toma algum remédio?", { required: true }),
      ask("Primeira vez?", { kind: "yes_no" }),
      ask("Quem indicou?"),
    ];
    const practice = await mintPractice(app, { service: { questions: asked } });
    const [page] = (await app.anonymous().booking.getPage({ slug: practice.slug })).services;
    expect(page?.questions).toEqual(asked);
    const say = (n: number, answer: string) => ({ questionId: asked[n]?.id ?? "", answer });
    const { booking } = app.anonymous();
    await expect(
      booking.book({ ...inputOf(practice), answers: [say(1, "yes")] }),
    ).rejects.toMatchObject({
      message: "VALIDATION_ERROR",
      cause: { details: { fields: { [`answers.${asked[0]?.id}`]: ["required"] } } },
    });
    expect(await bookedAt(practice.professionalId)).toEqual([]);
    const answers = [say(1, "yes"), say(0, " Nenhum "), { questionId: newId(), answer: "?" }];
    const { appointmentId: id } = await booking.book({ ...inputOf(practice), answers });
    const { services } = await practice.caller.booking.listServices({});
    for (const own of services)
      await practice.caller.booking.saveService({ ...own, questions: [] });
    expect((await practice.caller.booking.getAppointment({ id })).intake).toEqual([
      { question: "Toma algum remédio?", kind: "line", answer: "Nenhum" },
      { question: "Primeira vez?", kind: "yes_no", answer: "yes" },
    ]);
  });

  it("books for a guest: all as it is now, told to the other rooms, with a secret told once", async () => {
    const practice = await mintPractice(app, {
      service: { bufferBeforeMinutes: 5, bufferAfterMinutes: 10, placeDetail: "Rua A, 1" },
    });
    const answer = await app
      .anonymous()
      .booking.book({ ...inputOf(practice), email: "Bia@Example.com", message: "Primeira vez" });
    expect(answer).toEqual({
      appointmentId: expect.any(String),
      status: "pending_confirmation",
      startsAt: MONDAY_9,
      endsAt: "2026-11-30T12:50:00.000Z",
      serviceName: "Sessão",
      durationMinutes: 50,
      price: { amount: 12_000, currency: "BRL" },
      place: "in_person",
      placeDetail: "Rua A, 1",
      zone: "America/Sao_Paulo",
      manageToken: expect.stringMatching(/^[\w-]{43}$/),
      heldUntil: null,
    });
    const [row] = await bookedAt(practice.professionalId);
    expect(row).toMatchObject({
      id: answer.appointmentId,
      blockedFrom: new Date("2026-11-30T11:55:00.000Z"),
      blockedUntil: new Date("2026-11-30T13:00:00.000Z"),
      message: "Primeira vez",
      source: "page",
      createdAt: new Date(app.clock.now()),
    });
    expect(readLinkToken(app.services.settings, "manage", answer.manageToken ?? "")).toBe(row?.id);
    expect(await clientsOf(practice.professionalId)).toMatchObject([
      { name: "Bia Souza", phone: "+5511912345678", email: "bia@example.com", userId: null },
    ]);
    const events = await app.db
      .select()
      .from(outboxEvents)
      .where(eq(outboxEvents.professionalId, practice.professionalId));
    expect(events).toMatchObject([
      {
        type: "booking.appointment_changed",
        payload: { appointmentId: row?.id, from: null, to: "pending_confirmation", by: "client" },
      },
    ]);
    const trace = await app.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.rowId, answer.appointmentId));
    expect(trace).toMatchObject([{ actor: "guest", action: "booking.book", operation: "insert" }]);
  });

  it("is confirmed at once where the service says so and the plan gives it", async () => {
    const service = {
      confirmation: "automatic" as const,
      place: "online" as const,
      placeDetail: "https://meet.example/abc",
    };
    const statusOn = async (plan: "free" | "basic") => {
      const practice = await mintPractice(app, { service, professional: { plan } });
      const { status, placeDetail } = await app.anonymous().booking.book(inputOf(practice));
      return [status, placeDetail];
    };
    expect(await statusOn("basic")).toEqual(["confirmed", "https://meet.example/abc"]);
    expect(await statusOn("free")).toEqual(["pending_confirmation", ""]);
  });

  it("links the row of somebody signed in only by the verified address it carries", async () => {
    const rows = async (emailVerified: boolean, email?: string) => {
      const practice = await mintPractice(app);
      const user = await mintUser(app, { emailVerified });
      await app.as(user).booking.book({ ...inputOf(practice), email });
      const [row] = await clientsOf(practice.professionalId);
      return row?.userId === user.userId;
    };
    expect(await rows(true)).toBe(true);
    expect(await rows(true, "other@example.com")).toBe(false);
    expect(await rows(false)).toBe(false);
  });

  it("M2: answers the same and changes nothing on record for a phone that is a client's already", async () => {
    const known = await mintPractice(app);
    const unknown = await mintPractice(app);
    const phone = "+5511912345678";
    const before = { name: "Beatriz", email: "bia@example.com", phone };
    const client = await mintClient(app, known.professionalId, before);
    const slow = await createTestApp({ db: app.db, settings: { responseFloorMs: 120 } });
    const timed = async (practice: { slug: string; serviceId: string }) => {
      const started = performance.now();
      const answer = await slow
        .anonymous()
        .booking.book({ ...inputOf(practice), name: "Outra", email: "outra@example.com" });
      return { ms: performance.now() - started, answer };
    };
    const [a, b] = [await timed(known), await timed(unknown)];
    const varying = { appointmentId: "", manageToken: "" };
    expect({ ...a.answer, ...varying }).toEqual({ ...b.answer, ...varying });
    for (const { ms } of [a, b]) {
      expect(ms).toBeGreaterThanOrEqual(119);
      expect(ms).toBeLessThan(1_000);
    }
    expect(await clientsOf(known.professionalId)).toMatchObject([{ id: client.id, ...before }]);
    expect(await bookedAt(known.professionalId)).toMatchObject([{ clientId: client.id }]);
    await slow.close();
  });

  it("H4: a program that fills in the hidden field is answered and nothing is written", async () => {
    const practice = await mintPractice(app);
    const answer = await app
      .anonymous()
      .booking.book({ ...inputOf(practice), website: "https://spam.example" });
    expect(await bookedAt(practice.professionalId)).toEqual([]);
    expect(await clientsOf(practice.professionalId)).toEqual([]);
    const real = await app.anonymous().booking.book(inputOf(practice));
    const varying = { appointmentId: "", manageToken: "" };
    expect({ ...answer, ...varying }).toEqual({ ...real, ...varying });
    expect(answer.manageToken).toHaveLength(real.manageToken?.length ?? 0);
  });

  it("H4: no more requests wait at once than the practice takes; answering one makes room", async () => {
    const practice = await mintPractice(app, { professional: { maxPending: 2 } });
    const at = (hour: number) =>
      app.anonymous().booking.book({
        ...inputOf(practice, `2026-11-30T${hour}:00:00.000Z`),
        phone: `1191234567${hour % 10}`,
      });
    await at(12);
    const { appointmentId: id } = await at(13);
    await expect(at(14)).rejects.toThrow("TOO_MANY_PENDING");
    expect(await bookedAt(practice.professionalId)).toHaveLength(2);
    expect(await clientsOf(practice.professionalId)).toHaveLength(2);
    await practice.caller.booking.confirm({ id });
    await at(14);
  });

  describe("refuses, with the three nearest free slots", () => {
    const refused = (practice: { slug: string; serviceId: string }, startsAt: string) =>
      app
        .anonymous()
        .booking.book(inputOf(practice, startsAt))
        .then(
          () => expect.unreachable(),
          (error: { message: string; cause: { details: { alternatives: string[] } } }) => ({
            code: error.message,
            alternatives: error.cause.details.alternatives.map((at) => at.slice(5, 16)),
          }),
        );

    it("SLOT_TAKEN", async () => {
      const practice = await mintPractice(app);
      await mintAppointment(app, practice, { startsAt: new Date("2026-11-30T15:00:00.000Z") });
      expect(await refused(practice, "2026-11-30T15:00:00.000Z")).toEqual({
        code: "SLOT_TAKEN",
        alternatives: ["11-30T13:30", "11-30T14:00", "11-30T16:00"],
      });
    });

    it("SLOT_TAKEN for a buffer, and alternatives wherever they are", async () => {
      const practice = await mintPractice(app, {
        service: { bufferAfterMinutes: 30 },
        windows: [{ dayOfWeek: 1, startMinute: 540, endMinute: 600 }],
      });
      await mintAppointment(app, practice, { startsAt: new Date("2026-11-30T13:00:00.000Z") });
      expect(await refused(practice, MONDAY_9)).toEqual({
        code: "SLOT_TAKEN",
        alternatives: ["12-07T12:00", "12-14T12:00", "12-21T12:00"],
      });
    });

    it("OUTSIDE_HOURS, NOT_BOOKABLE, TOO_SOON, TOO_FAR_AHEAD", async () => {
      const practice = await mintPractice(app);
      const codeAt = async (startsAt: string) => (await refused(practice, startsAt)).code;
      expect(await codeAt("2026-11-30T03:00:00.000Z")).toBe("OUTSIDE_HOURS");
      expect(await codeAt("2026-11-30T20:30:00.000Z")).toBe("OUTSIDE_HOURS"); // ends after 18:00
      expect(await codeAt("2026-11-30T12:10:00.000Z")).toBe("NOT_BOOKABLE");
      expect(await codeAt("2026-11-23T13:30:00.000Z")).toBe("TOO_SOON");
      expect(await codeAt("2026-11-20T13:30:00.000Z")).toBe("TOO_SOON");
      expect(await codeAt("2027-06-01T12:00:00.000Z")).toBe("TOO_FAR_AHEAD");
      expect((await refused(practice, "2027-06-01T12:00:00.000Z")).alternatives).toEqual([
        "01-22T19:00",
        "01-22T19:30",
        "01-22T20:00",
      ]);
      for (const end of ["0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.000Z"])
        expect(await codeAt(end)).toMatch(/^(TOO_SOON|TOO_FAR_AHEAD|OUTSIDE_HOURS|NOT_BOOKABLE)$/);
    });
  });

  it("NOT_FOUND for no page and another practice's service, NOT_BOOKABLE once archived", async () => {
    const practice = await mintPractice(app);
    const other = await mintPractice(app, { service: { active: false } });
    const guest = app.anonymous().booking;
    await expect(guest.book({ ...inputOf(practice), slug: "ninguem" })).rejects.toThrow(
      "NOT_FOUND",
    );
    const mixed = { ...inputOf(practice), serviceId: other.serviceId };
    await expect(guest.book(mixed)).rejects.toThrow("NOT_FOUND");
    await expect(guest.book(inputOf(other))).rejects.toThrow("NOT_BOOKABLE");
  });

  it("VALIDATION_ERROR for what is no phone, and for fields that are not its own", async () => {
    const practice = await mintPractice(app);
    const guest = app.anonymous().booking;
    await expect(guest.book({ ...inputOf(practice), phone: "abc" })).rejects.toThrow(
      "VALIDATION_ERROR",
    );
    const smuggled = { ...inputOf(practice), status: "confirmed", priceAmount: 0 };
    await expect(guest.book(smuggled)).rejects.toThrow("VALIDATION_ERROR");
  });
});
