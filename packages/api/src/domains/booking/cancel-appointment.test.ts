import { outboxEvents } from "@odys/db/schema/ops";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";

describe("booking.cancel", () => {
  let app: TestApp;
  let practice: Awaited<ReturnType<typeof mintPractice>>;
  let day = 1;
  beforeAll(async () => {
    app = await createTestApp();
    practice = await mintPractice(app);
  });
  afterAll(() => app.close());

  const startsAt = () => new Date(Date.UTC(2026, 11, day++, 12));
  async function ofClient() {
    const user = await mintUser(app);
    const client = await mintClient(app, practice.professionalId, { userId: user.userId });
    const { id } = await mintAppointment(app, practice, {
      clientId: client.id,
      startsAt: startsAt(),
      status: "confirmed",
    });
    return { user, id };
  }
  const eventsOf = (id: string) =>
    app.db
      .select({ payload: outboxEvents.payload })
      .from(outboxEvents)
      .where(eq(sql`${outboxEvents.payload} ->> 'appointmentId'`, id));

  it("the professional cancels with a reason, and it stays in the history", async () => {
    const { id } = await mintAppointment(app, practice, { startsAt: startsAt() });
    expect(await practice.caller.booking.cancel({ id, reason: "Imprevisto" })).toMatchObject({
      id,
      status: "cancelled",
    });
    expect(await practice.caller.booking.getAppointment({ id })).toMatchObject({
      status: "cancelled",
      reason: "Imprevisto",
      cancelledBy: "professional",
    });
    expect(await eventsOf(id)).toMatchObject([
      { payload: { from: "pending_confirmation", to: "cancelled", by: "professional" } },
    ]);
  });

  it("a linked client cancels their own, and learns no more than that", async () => {
    const { user, id } = await ofClient();
    const answer = await app.as(user).booking.cancel({ id });
    expect(Object.keys(answer).toSorted()).toEqual(["endsAt", "id", "startsAt", "status"]);
    expect(await practice.caller.booking.getAppointment({ id })).toMatchObject({
      status: "cancelled",
      cancelledBy: "client",
    });
    expect(await eventsOf(id)).toMatchObject([
      { payload: { from: "confirmed", to: "cancelled", by: "client" } },
    ]);
  });

  it("twice is not an error, from either side", async () => {
    const { user, id } = await ofClient();
    await app.as(user).booking.cancel({ id });
    await practice.caller.booking.cancel({ id, reason: "tarde" });
    const { cancelledBy, reason } = await practice.caller.booking.getAppointment({ id });
    expect({ cancelledBy, reason }).toEqual({ cancelledBy: "client", reason: null });
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it("INVALID_TRANSITION when it is over", async () => {
    const { id } = await mintAppointment(app, practice, {
      status: "completed",
      startsAt: startsAt(),
    });
    await expect(practice.caller.booking.cancel({ id })).rejects.toMatchObject({
      message: "INVALID_TRANSITION",
      cause: { details: { status: "completed" } },
    });
  });

  it("INVALID_TRANSITION for a client once it has begun: whether they came, the professional says", async () => {
    const user = await mintUser(app);
    const client = await mintClient(app, practice.professionalId, { userId: user.userId });
    const { id } = await mintAppointment(app, practice, {
      clientId: client.id,
      startsAt: new Date(app.clock.now()),
      status: "confirmed",
    });
    await expect(app.as(user).booking.cancel({ id })).rejects.toMatchObject({
      message: "INVALID_TRANSITION",
      cause: { details: { status: "confirmed" } },
    });
    await practice.caller.booking.cancel({ id });
    expect(await app.as(user).booking.cancel({ id })).toMatchObject({ status: "cancelled" });
  });

  it("NOT_FOUND for another practice, another client, and somebody without any", async () => {
    const { id } = await ofClient();
    const other = await mintPractice(app);
    const { user } = await ofClient();
    const stranger = await mintUser(app);
    for (const caller of [other.caller, app.as(user), app.as(stranger)])
      await expect(caller.booking.cancel({ id })).rejects.toThrow("NOT_FOUND");
    await expect(app.anonymous().booking.cancel({ id })).rejects.toThrow("UNAUTHORIZED");
    expect((await practice.caller.booking.getAppointment({ id })).status).toBe("confirmed");
  });
});
