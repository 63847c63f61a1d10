import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";

describe("booking.reject", () => {
  let app: TestApp;
  let practice: Awaited<ReturnType<typeof mintPractice>>;
  beforeAll(async () => {
    app = await createTestApp();
    practice = await mintPractice(app);
  });
  afterAll(() => app.close());

  it("declines with a reason, and the time is free again", async () => {
    const { id } = await mintAppointment(app, practice);
    expect(await practice.caller.booking.reject({ id, reason: "Férias" })).toMatchObject({
      status: "rejected",
      reason: "Férias",
    });
    await mintAppointment(app, practice); // the same time; the constraint would refuse it
  });

  it("INVALID_TRANSITION once it is confirmed", async () => {
    const { id } = await mintAppointment(app, practice, {
      status: "confirmed",
      startsAt: new Date("2026-12-01T12:00:00.000Z"),
    });
    await expect(practice.caller.booking.reject({ id })).rejects.toMatchObject({
      message: "INVALID_TRANSITION",
      cause: { details: { status: "confirmed" } },
    });
  });

  it("NOT_FOUND for another practice", async () => {
    const { id } = await mintAppointment(app, practice, {
      startsAt: new Date("2026-12-02T12:00:00.000Z"),
    });
    const other = await mintPractice(app);
    await expect(other.caller.booking.reject({ id })).rejects.toThrow("NOT_FOUND");
  });
});
