import { appointments } from "@odys/db/schema/booking";
import { auditLog, outboxEvents } from "@odys/db/schema/ops";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

describe("booking.confirm", () => {
  let app: TestApp;
  let practice: Awaited<ReturnType<typeof mintPractice>>;
  beforeAll(async () => {
    app = await createTestApp();
    practice = await mintPractice(app);
  });
  afterAll(() => app.close());

  const eventsOf = async (id: string) =>
    (await app.db.select({ payload: outboxEvents.payload }).from(outboxEvents))
      .map(({ payload }) => payload)
      .filter((payload) => payload["appointmentId"] === id);

  it("confirms, tells the other rooms once, and leaves a trace", async () => {
    const { id } = await mintAppointment(app, practice);
    expect(await practice.caller.booking.confirm({ id })).toMatchObject({
      id,
      status: "confirmed",
      client: { name: "Bia Cliente" },
    });
    const event = {
      appointmentId: id,
      professionalId: practice.professionalId,
      from: "pending_confirmation",
      to: "confirmed",
      by: "professional",
    };
    expect(await eventsOf(id)).toEqual([event]);
    const trace = await app.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.rowId, id), eq(auditLog.operation, "update")));
    expect(trace).toMatchObject([
      {
        actor: `user:${practice.userId}`,
        action: "booking.confirm",
        changed: ["sequence", "status"],
      },
    ]);
  });

  it("twice is not an error and changes nothing", async () => {
    const start = new Date("2026-12-01T12:00:00.000Z");
    const { id } = await mintAppointment(app, practice, { startsAt: start });
    const first = await practice.caller.booking.confirm({ id });
    app.clock.advance(60_000);
    const [before] = await app.db.select().from(appointments).where(eq(appointments.id, id));
    expect(await practice.caller.booking.confirm({ id })).toEqual(first);
    const [after] = await app.db.select().from(appointments).where(eq(appointments.id, id));
    expect(after).toEqual(before);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it.for(["rejected", "cancelled", "completed", "no_show"] as const)(
    "INVALID_TRANSITION from %s, with the status it has",
    async (status) => {
      const startsAt = new Date("2026-12-02T12:00:00.000Z");
      const { id } = await mintAppointment(app, practice, { status, startsAt });
      await expect(practice.caller.booking.confirm({ id })).rejects.toMatchObject({
        message: "INVALID_TRANSITION",
        cause: { details: { status } },
      });
      expect(await eventsOf(id)).toEqual([]);
    },
  );

  it("PLAN_LIMIT_REACHED for the eleventh client of the free plan; the ten come again", async () => {
    const free = await mintPractice(app, { professional: { plan: "free" } });
    const startsAt = (day: number) => new Date(Date.UTC(2027, 0, day, 12));
    const served: string[] = [];
    for (let day = 1; day <= 10; day++) {
      const { id: clientId } = await mintClient(app, free.professionalId);
      await mintAppointment(app, free, { clientId, startsAt: startsAt(day), status: "completed" });
      served.push(clientId);
    }
    const { id: eleventh } = await mintAppointment(app, free, { startsAt: startsAt(11) });
    await expect(free.caller.booking.confirm({ id: eleventh })).rejects.toThrow(
      "PLAN_LIMIT_REACHED",
    );
    const { status } = await free.caller.booking.getAppointment({ id: eleventh });
    expect([status, await eventsOf(eleventh)]).toEqual(["pending_confirmation", []]);
    const again = await mintAppointment(app, free, {
      clientId: served[0] ?? "",
      startsAt: startsAt(12),
    });
    expect(await free.caller.booking.confirm({ id: again.id })).toMatchObject({
      status: "confirmed",
    });
  });

  it("NOT_FOUND for another practice", async () => {
    const { id } = await mintAppointment(app, practice, {
      startsAt: new Date("2026-12-03T12:00:00.000Z"),
    });
    const other = await mintPractice(app);
    await expect(other.caller.booking.confirm({ id })).rejects.toThrow("NOT_FOUND");
    expect((await practice.caller.booking.getAppointment({ id })).status).toBe(
      "pending_confirmation",
    );
  });
});
