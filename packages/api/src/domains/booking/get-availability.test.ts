import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it("booking.getAvailability shows the week from Sunday on, in wall time, and the practice's own", async () => {
  const { caller } = await mintPractice(app, {
    windows: [
      { dayOfWeek: 6, startMinute: 1_080, endMinute: 1_440 },
      { dayOfWeek: 1, startMinute: 780, endMinute: 1_080 },
      { dayOfWeek: 1, startMinute: 545, endMinute: 720 },
    ],
  });
  const other = await mintPractice(app, { windows: [] });
  expect(await caller.booking.getAvailability({})).toEqual({
    zone: "America/Sao_Paulo",
    slotStepMinutes: 30,
    windows: [
      { dayOfWeek: 1, startTime: "09:05", endTime: "12:00" },
      { dayOfWeek: 1, startTime: "13:00", endTime: "18:00" },
      { dayOfWeek: 6, startTime: "18:00", endTime: "24:00" },
    ],
  });
  expect((await other.caller.booking.getAvailability({})).windows).toEqual([]);
});
