import { connect } from "@odys/db/client";
import { appointments } from "@odys/db/schema/booking";
import { outboxEvents } from "@odys/db/schema/ops";
import { startProxy } from "@odys/db/testing/proxy";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

describe("writing a booking", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  const inputOf = (practice: { slug: string; serviceId: string }, startsAt: string, n = 0) => ({
    slug: practice.slug,
    serviceId: practice.serviceId,
    startsAt,
    name: "Bia",
    phone: `+551191234${String(n).padStart(4, "0")}`,
  });
  const limitEvents = (professionalId: string) =>
    app.db
      .select({ payload: outboxEvents.payload })
      .from(outboxEvents)
      .where(
        and(
          eq(outboxEvents.professionalId, professionalId),
          eq(outboxEvents.type, "booking.plan_limit_hit"),
        ),
      );

  it("takes four round trips, read and all", async () => {
    const practice = await mintPractice(app);
    const proxy = await startProxy(app.url, { delayMs: 5 });
    const connection = connect(proxy.url, { max: 1 });
    const far = await createTestApp({ db: connection.db });
    const day = (n: number) => inputOf(practice, `2026-12-0${n}T12:00:00.000Z`, n);
    await far.anonymous().booking.book(day(1));
    await far.anonymous().booking.book(day(2));
    proxy.reset();
    await far.anonymous().booking.book(day(3));
    expect(proxy.counts.roundTrips).toBe(4);
    await connection.close();
    await proxy.close();
    await far.close();
  });

  it("M2: a plan that has no room for more clients tells no guest whether it knows them", async () => {
    const practice = await mintPractice(app, { professional: { plan: "free" } });
    for (let n = 0; n < 10; n++)
      await mintClient(app, practice.professionalId, { phone: inputOf(practice, "", n).phone });
    const guest = app.anonymous().booking;
    const known = await guest.book(inputOf(practice, "2026-11-30T12:00:00.000Z", 9));
    const unknown = await guest.book(inputOf(practice, "2026-11-30T13:00:00.000Z", 10));
    expect([known.status, unknown.status]).toEqual([
      "pending_confirmation",
      "pending_confirmation",
    ]);
  });

  it("PLAN_LIMIT_REACHED by the calendar month of the professional's zone", async () => {
    const practice = await mintPractice(app, {
      professional: { plan: "free", maxPending: 100 },
      windows: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({
        dayOfWeek,
        startMinute: 0,
        endMinute: 1_440,
      })),
      service: { durationMinutes: 30 },
    });
    const { id: clientId } = await mintClient(app, practice.professionalId, {
      phone: inputOf(practice, "").phone,
    });
    // December in São Paulo begins at 03:00Z. Twenty of it, and two that do not count.
    for (let day = 1; day <= 20; day++)
      await mintAppointment(app, practice, {
        clientId,
        status: "confirmed",
        startsAt: new Date(Date.UTC(2026, 11, day, 15)),
      });
    for (const status of ["rejected", "cancelled"] as const)
      await mintAppointment(app, practice, { clientId, status, startsAt: new Date("2026-12-09") });
    const guest = app.anonymous().booking;
    const last = inputOf(practice, "2026-12-01T02:30:00.000Z"); // 30 November, 23:30
    await guest.book(last);
    await expect(guest.book(inputOf(practice, "2026-12-01T03:00:00.000Z"))).rejects.toThrow(
      "PLAN_LIMIT_REACHED",
    );
    await guest.book(inputOf(practice, "2027-01-01T03:00:00.000Z"));
  });

  it("tells the professional once a day that guests are turned away, though nothing is booked", async () => {
    const practice = await mintPractice(app, { professional: { plan: "free" } });
    const { id: clientId } = await mintClient(app, practice.professionalId);
    for (let day = 1; day <= 20; day++)
      await mintAppointment(app, practice, {
        clientId,
        status: "confirmed",
        startsAt: new Date(Date.UTC(2026, 11, day, 15)),
      });
    const input = inputOf(practice, "2026-12-21T12:00:00.000Z");
    const turnedAway = (headers?: Record<string, string>) =>
      expect(app.anonymous(headers).booking.book(input)).rejects.toMatchObject({
        message: "PLAN_LIMIT_REACHED",
        cause: { details: undefined },
      });
    await turnedAway();
    await Promise.all([turnedAway(), turnedAway(), turnedAway({ "idempotency-key": "key-0001" })]);
    expect(await limitEvents(practice.professionalId)).toEqual([
      { payload: { professionalId: practice.professionalId, day: "2026-11-23" } },
    ]);
    app.clock.set("2026-11-24T03:00:00.000Z");
    await turnedAway({ "idempotency-key": "key-0002" });
    expect(await limitEvents(practice.professionalId)).toHaveLength(2);
    app.clock.set("2026-11-23T12:00:00.000Z");
    const own = eq(appointments.professionalId, practice.professionalId);
    expect(await app.db.$count(appointments, own)).toBe(20);
  });
});
