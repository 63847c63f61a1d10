import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";

describe("booking.getAppointment", () => {
  let app: TestApp;
  let practice: Awaited<ReturnType<typeof mintPractice>>;
  beforeAll(async () => {
    app = await createTestApp();
    practice = await mintPractice(app);
  });
  afterAll(() => app.close());

  it("shows the professional when, what, and how to reach the client", async () => {
    const client = await mintClient(app, practice.professionalId, { email: "bia@example.com" });
    const { id } = await mintAppointment(app, practice, { clientId: client.id, message: "Olá" });
    expect(await practice.caller.booking.getAppointment({ id })).toMatchObject({
      id,
      startsAt: "2026-11-30T12:00:00.000Z",
      endsAt: "2026-11-30T12:50:00.000Z",
      price: { amount: 12_000, currency: "BRL" },
      message: "Olá",
      client: { id: client.id, phone: client.phone, email: "bia@example.com" },
    });
  });

  it("NOT_FOUND for another practice, also for the one where its client works", async () => {
    const user = await mintUser(app);
    const client = await mintClient(app, practice.professionalId, { userId: user.userId });
    const { id } = await mintAppointment(app, practice, {
      clientId: client.id,
      startsAt: new Date("2026-12-01T12:00:00.000Z"),
    });
    const other = await mintPractice(app);
    await expect(other.caller.booking.getAppointment({ id })).rejects.toThrow("NOT_FOUND");
    // The policy shows the row to its client; what the professional sees of it is not theirs.
    const both = app.as({ ...user, professionalId: other.professionalId });
    await expect(both.booking.getAppointment({ id })).rejects.toThrow("NOT_FOUND");
  });
});
