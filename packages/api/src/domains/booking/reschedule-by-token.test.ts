import { appointments, services } from "@odys/db/schema/booking";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, MONDAY_9, createLinkBench, type LinkBench } from "../../testing/links.ts";

describe("booking.rescheduleByToken", () => {
  let bench: LinkBench;
  beforeAll(async () => {
    bench = await createLinkBench();
  });
  beforeEach(() => bench.renew());
  afterAll(() => bench.app.close());

  it("moves a confirmed one: price, length and buffers stay, and it waits for a new yes", async () => {
    const { id, token } = await bench.mint("12:00", { priceAmount: 9_000 });
    const answer = await bench.guest().rescheduleByToken({ token, startsAt: at("15:00") });
    expect(answer).toMatchObject({
      status: "pending_confirmation",
      startsAt: at("15:00"),
      endsAt: at("15:50"),
      price: { amount: 9_000 },
      sequence: 1,
    });
    expect(await bench.rowOf(id)).toMatchObject({
      blockedFrom: new Date(at("15:00")),
      blockedUntil: new Date(at("16:00")),
    });
    const about = { by: "client", appointmentId: id };
    expect(await bench.eventsOf(id)).toMatchObject([
      { ...about, from: "confirmed", to: "pending_confirmation" },
      { ...about, type: "booking.appointment_moved", from: MONDAY_9, to: at("15:00") },
    ]);
  });

  it("stays confirmed where the service confirms by itself", async () => {
    await bench.app.db
      .update(services)
      .set({ confirmation: "automatic" })
      .where(eq(services.id, bench.practice.serviceId));
    const { id, token } = await bench.mint();
    expect((await bench.guest().rescheduleByToken({ token, startsAt: at("15:00") })).status).toBe(
      "confirmed",
    );
    expect((await bench.eventsOf(id)).map(({ type }) => type)).toEqual([
      "booking.appointment_moved",
    ]);
  });

  it("may overlap where it was; to where it is nothing changes", async () => {
    const { id, token } = await bench.mint();
    await bench.guest().rescheduleByToken({ token, startsAt: MONDAY_9 });
    expect(await bench.eventsOf(id)).toEqual([]);
    const { startsAt } = await bench.guest().rescheduleByToken({ token, startsAt: at("12:30") });
    expect(startsAt).toBe(at("12:30"));
  });

  it("SLOT_TAKEN, OUTSIDE_HOURS, NOT_BOOKABLE and TOO_SOON carry what is free", async () => {
    const { token } = await bench.mint();
    await bench.mint("15:00");
    const move = (startsAt: string) => bench.guest().rescheduleByToken({ token, startsAt });
    await expect(move(at("15:00"))).rejects.toMatchObject({
      message: "SLOT_TAKEN",
      cause: { details: { alternatives: [at("13:30"), at("14:00"), at("16:00")] } },
    });
    await expect(move(at("22:00"))).rejects.toThrow("OUTSIDE_HOURS");
    await expect(move(at("14:10"))).rejects.toThrow("NOT_BOOKABLE");
    await expect(move("2026-11-23T13:00:00.000Z")).rejects.toThrow("TOO_SOON");
    await expect(move("2027-11-30T12:00:00.000Z")).rejects.toThrow("TOO_FAR_AHEAD");
  });

  it("CANCELLATION_TOO_LATE, and INVALID_TRANSITION when it is over", async () => {
    const { id, token } = await bench.mint();
    bench.app.clock.set("2026-11-29T12:00:00.001Z");
    const move = () =>
      bench.guest().rescheduleByToken({ token, startsAt: "2026-12-01T12:00:00.000Z" });
    await expect(move()).rejects.toThrow("CANCELLATION_TOO_LATE");
    await bench.app.db
      .update(appointments)
      .set({ status: "rejected" })
      .where(eq(appointments.id, id));
    await expect(move()).rejects.toThrow("INVALID_TRANSITION");
  });

  it("the caps of the day that it moves to hold", async () => {
    await bench.renew({ professional: { maxPerDay: 1 } });
    const { token } = await bench.mint("", { startsAt: new Date("2026-12-01T12:00:00.000Z") });
    await bench.mint();
    await expect(bench.guest().rescheduleByToken({ token, startsAt: at("15:00") })).rejects.toThrow(
      "SLOT_TAKEN",
    );
    // On its own day it is the one that there may be.
    await bench.guest().rescheduleByToken({ token, startsAt: "2026-12-01T15:00:00.000Z" });
  });

  it("the same Idempotency-Key moves once", async () => {
    const { id, token } = await bench.mint();
    const keyed = bench.guest({ "idempotency-key": "move-key-0001" });
    const input = { token, startsAt: at("15:00") };
    const first = await keyed.rescheduleByToken(input);
    expect(await keyed.rescheduleByToken(input)).toEqual(first);
    expect((await bench.rowOf(id))?.sequence).toBe(1);
    await bench.mint("18:00");
    const other = bench.guest({ "idempotency-key": "move-key-0002" });
    await expect(other.rescheduleByToken({ token, startsAt: at("18:00") })).rejects.toMatchObject({
      message: "SLOT_TAKEN",
    });
  });
});
