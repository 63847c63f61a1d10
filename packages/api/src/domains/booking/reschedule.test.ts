import { appointments } from "@odys/db/schema/booking";
import { outboxEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

const at = (time: string) => `2026-11-30T${time}:00.000Z`;
const date = (time: string) => new Date(at(time));
/** As the database refuses, however somebody came to it. */
const TAKEN = { cause: { code: "23P01", constraint_name: "appointments_no_overlap" } };

describe("booking.reschedule", () => {
  let app: TestApp;
  let practice: Awaited<ReturnType<typeof mintPractice>>;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    practice = await mintPractice(app);
  });
  afterAll(() => app.close());

  const rowOf = async (id: string) => {
    const [row] = await app.db.select().from(appointments).where(eq(appointments.id, id));
    return row;
  };
  const eventsOf = async (id: string) =>
    (
      await app.db
        .select({ type: outboxEvents.type, payload: outboxEvents.payload })
        .from(outboxEvents)
        .where(eq(sql`${outboxEvents.payload} ->> 'appointmentId'`, id))
    ).map(({ type, payload }) => ({ type, ...payload }));
  const mint = (time: string, overrides: Parameters<typeof mintAppointment>[2] = {}) =>
    mintAppointment(app, practice, { startsAt: date(time), status: "confirmed", ...overrides });
  const book = () => practice.caller.booking;

  it("moves and stretches: price and buffers stay, the client hears of it", async () => {
    const { id } = await mint("12:00", { blockedFrom: date("11:45"), blockedUntil: date("13:00") });
    const moved = await book().reschedule({ id, startsAt: at("15:00"), durationMinutes: 80 });
    expect(moved).toEqual({
      id,
      kind: "meeting",
      status: "confirmed",
      startsAt: at("15:00"),
      endsAt: at("16:20"),
      durationMinutes: 80,
      title: "Sessão",
      sequence: 1,
      overrideReason: null,
      warning: null,
    });
    expect(await rowOf(id)).toMatchObject({
      priceAmount: 12_000,
      blockedFrom: date("14:45"),
      blockedUntil: date("16:30"),
      durationMinutes: 80,
    });
    expect(await eventsOf(id)).toEqual([
      {
        type: "booking.appointment_moved",
        appointmentId: id,
        professionalId: practice.professionalId,
        from: at("12:00"),
        to: at("15:00"),
        by: "professional",
      },
    ]);
  });

  it("to where it is changes nothing; a request stays a request", async () => {
    const { id } = await mint("12:00", { status: "pending_confirmation" });
    expect(
      await book().reschedule({ id, startsAt: at("12:00"), durationMinutes: 50 }),
    ).toMatchObject({ sequence: 0 });
    expect(await eventsOf(id)).toEqual([]);
    expect((await book().reschedule({ id, startsAt: at("12:20") })).status).toBe(
      "pending_confirmation",
    );
  });

  it.each([
    ["23:00", "outside_hours"],
    ["20:30", "straddles_window_end"],
    ["16:00", null],
  ])("outside of the hours too, and says so: %s is %s", async (time, warning) => {
    const { id } = await mint("12:00");
    expect(await book().reschedule({ id, startsAt: at(time) })).toMatchObject({
      startsAt: at(time),
      warning,
    });
  });

  it("SLOT_TAKEN names all that is in the way, and what is free", async () => {
    const { id } = await mint("12:00");
    const bia = await mintClient(app, practice.professionalId, { name: "Bia Lima" });
    const taken = await mint("15:00", { clientId: bia.id });
    await expect(book().reschedule({ id, startsAt: at("15:30") })).rejects.toMatchObject({
      message: "SLOT_TAKEN",
      cause: {
        details: {
          overlaps: [
            {
              id: taken.id,
              kind: "meeting",
              status: "confirmed",
              title: "Sessão",
              clientName: "Bia Lima",
              startsAt: at("15:00"),
              endsAt: at("15:50"),
            },
          ],
          alternatives: [at("14:00"), at("16:00"), at("16:30")],
        },
      },
    });
    expect((await rowOf(id))?.sequence).toBe(0);
  });

  it("[) fits: from the end of one to the start of the next", async () => {
    const { id } = await mint("12:00");
    await mint("15:00");
    for (const startsAt of [at("15:50"), at("14:10")])
      expect((await book().reschedule({ id, startsAt })).startsAt).toBe(startsAt);
  });

  it("an override names exactly what overlaps, and is one only where it overlaps", async () => {
    const { id } = await mint("12:00");
    const [first, second] = [await mint("15:00"), await mint("16:00")];
    const move = (overlaps: string[], startsAt = at("15:30")) =>
      book().reschedule({ id, startsAt, override: { reason: "Emergência", overlaps } });
    for (const wrong of [[first.id], [first.id, second.id, newId()], [id, second.id]])
      await expect(move(wrong)).rejects.toThrow("SLOT_TAKEN");
    // Named, but no longer in the way.
    await expect(move([first.id], at("18:00"))).rejects.toThrow("SLOT_TAKEN");
    expect(await move([second.id, first.id])).toMatchObject({ overrideReason: "Emergência" });

    // Nobody books over it, by whichever way.
    const guest = { slug: practice.slug, serviceId: practice.serviceId, name: "Bia" };
    await expect(
      app.anonymous().booking.book({ ...guest, phone: "+5511912345678", startsAt: at("15:30") }),
    ).rejects.toThrow("SLOT_TAKEN");
    await expect(mint("15:50")).rejects.toMatchObject(TAKEN);
    // On a free place it is one like the others again.
    expect(await book().reschedule({ id, startsAt: at("18:00") })).toMatchObject({
      overrideReason: null,
    });
    await expect(mint("18:10")).rejects.toMatchObject(TAKEN);
  });

  it("moves a block of two weeks, which nobody is told of", async () => {
    const id = newId();
    await app.db.insert(appointments).values({
      id,
      professionalId: practice.professionalId,
      kind: "block",
      status: "confirmed",
      startsAt: date("12:00"),
      endsAt: new Date("2026-12-14T12:00:00.000Z"),
      blockedFrom: date("12:00"),
      blockedUntil: new Date("2026-12-14T12:00:00.000Z"),
      serviceName: "Férias",
      durationMinutes: 14 * 1440,
      priceAmount: 0,
      currency: "BRL",
      place: "in_person",
      source: "professional",
    });
    const moved = await book().reschedule({ id, startsAt: "2026-12-01T12:00:00.000Z" });
    expect(moved).toMatchObject({
      kind: "block",
      title: "Férias",
      endsAt: "2026-12-15T12:00:00.000Z",
      warning: null,
    });
    // Its last day, long after its start, is taken for everybody.
    const page = { slug: practice.slug, serviceId: practice.serviceId };
    const { days } = await app
      .anonymous()
      .booking.listSlots({ ...page, from: "2026-12-14", to: "2026-12-15" });
    expect(days.map(({ date: day, slots }) => [day, slots[0]])).toEqual([
      ["2026-12-15", "2026-12-15T12:00:00.000Z"],
    ]);
  });

  it("a hold that has run out is in nobody's way", async () => {
    const { id } = await mint("12:00");
    const heldUntil = new Date(app.clock.now());
    const hold = await mint("15:00", { status: "held", heldUntil });
    await book().reschedule({ id, startsAt: at("15:00") });
    expect((await rowOf(hold.id))?.status).toBe("expired");
    expect(await eventsOf(hold.id)).toMatchObject([{ from: "held", to: "expired", by: "system" }]);
    const fresh = await mint("18:00", {
      status: "held",
      heldUntil: new Date(app.clock.now() + 1),
    });
    await expect(book().reschedule({ id, startsAt: at("18:00") })).rejects.toThrow("SLOT_TAKEN");
    expect((await rowOf(fresh.id))?.status).toBe("held");
  });

  it("VALIDATION_ERROR years away and for a meeting longer than a day", async () => {
    const { id } = await mint("12:00");
    for (const input of [
      { startsAt: "2029-11-30T12:00:00.000Z" },
      { startsAt: "0001-01-01T00:00:00.000Z" },
      { startsAt: at("12:00"), durationMinutes: 1441 },
    ])
      await expect(book().reschedule({ id, ...input })).rejects.toThrow("VALIDATION_ERROR");
  });

  it("INVALID_TRANSITION when it is over, NOT_FOUND for another practice", async () => {
    const over = await mint("12:00", { status: "completed" });
    const input = { id: over.id, startsAt: at("15:00") };
    await expect(book().reschedule(input)).rejects.toThrow("INVALID_TRANSITION");
    const other = await mintPractice(app);
    const { id } = await mint("13:00");
    await expect(other.caller.booking.reschedule({ ...input, id })).rejects.toThrow("NOT_FOUND");
  });
});
