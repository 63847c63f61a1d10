import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

describe("booking.checkException", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(); // Monday 2026-11-23, 09:00 in São Paulo
  });
  afterAll(() => app.close());

  type Practice = Awaited<ReturnType<typeof mintPractice>>;
  const at = (practice: Practice, startsAt: string, more = {}) =>
    mintAppointment(app, practice, { startsAt: new Date(startsAt), ...more });

  it("names what would lie outside: of the practice's days, that may still take place", async () => {
    const practice = await mintPractice(app);
    const { id: clientId } = await mintClient(app, practice.professionalId, { name: "Caio" });
    await at(practice, "2026-12-01T02:10:00.000Z"); // 30 November, 23:10
    const first = await at(practice, "2026-12-01T03:00:00.000Z", { clientId }); // 00:00
    const last = await at(practice, "2026-12-03T02:00:00.000Z", { status: "confirmed" }); // 23:00
    await at(practice, "2026-12-03T03:00:00.000Z");
    for (const status of ["cancelled", "rejected"])
      await at(practice, "2026-12-02T12:00:00.000Z", { status });
    await at(await mintPractice(app), "2026-12-02T12:00:00.000Z");
    const range = { from: "2026-12-01", to: "2026-12-02" };
    const { booking } = practice.caller;
    expect(await booking.checkException({ ...range, windows: [] })).toEqual({
      total: 2,
      appointments: [
        {
          id: first.id,
          status: "pending_confirmation",
          startsAt: "2026-12-01T03:00:00.000Z",
          endsAt: "2026-12-01T03:50:00.000Z",
          serviceName: "Sessão",
          clientName: "Caio",
        },
        expect.objectContaining({ id: last.id, status: "confirmed" }),
      ],
    });
    const open = (startTime: string, endTime: string) =>
      booking.checkException({ ...range, windows: [{ startTime, endTime }] });
    expect((await open("00:00", "00:50")).appointments).toMatchObject([{ id: last.id }]);
    expect((await open("23:00", "23:30")).total).toBe(2);
    expect((await open("00:00", "24:00")).total).toBe(0);
  });

  it("counts all, names the first twenty", async () => {
    const practice = await mintPractice(app);
    for (let n = 0; n < 22; n++)
      await at(practice, new Date(Date.UTC(2026, 11, 1, 4 + n)).toISOString());
    const range = { from: "2026-12-01", to: "2026-12-31", windows: [] };
    const { total, appointments } = await practice.caller.booking.checkException(range);
    expect([total, appointments.length]).toEqual([22, 20]);
  });

  it("VALIDATION_ERROR as for saving it", async () => {
    const { caller } = await mintPractice(app);
    const range = { from: "2026-12-02", to: "2026-12-01", windows: [] };
    await expect(caller.booking.checkException(range)).rejects.toThrow("VALIDATION_ERROR");
  });
});
