import { appointments } from "@odys/db/schema/booking";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";
import { confirmAttendance } from "./confirm-attendance.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it("the first time counts, another time asks anew, and what is not to come cannot be promised", async () => {
  const ana = await mintPractice(app);
  const startsAt = new Date("2026-11-24T15:00:00.000Z");
  const { id } = await mintAppointment(app, ana, { status: "confirmed", startsAt });
  const confirm = () => confirmAttendance(app.ctx({ type: "job", queue: "test" }), { id });
  const since = async () =>
    (await app.db.select().from(appointments).where(eq(appointments.id, id)))[0]
      ?.attendanceConfirmedAt;
  await confirm();
  const first = await since();
  expect(first?.toISOString()).toBe("2026-11-23T12:00:00.000Z");
  app.clock.advance(60_000);
  await confirm();
  expect(await since()).toEqual(first);
  await ana.caller.booking.reschedule({ id, startsAt: "2026-11-24T17:00:00.000Z" });
  expect(await since()).toBe(null);
  await ana.caller.booking.cancel({ id });
  await expect(confirm()).rejects.toMatchObject({ code: "INVALID_TRANSITION" });
});
