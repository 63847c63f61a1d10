import { rateLimitHits } from "@odys/db/schema/ops";
import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";

const bench = adminBench({
  queue: {
    figures: async () => [
      {
        name: "test.one",
        waiting: 1,
        retrying: 2,
        active: 0,
        dead: 3,
        oldestAt: new Date("2026-11-23T11:00:00.000Z"),
      },
    ],
    jobs: async () => [],
    replay: async () => false,
    replayDead: async () => 0,
  },
});

it("the numbers that say whether all is well", async () => {
  const { app, admin } = bench;
  // Ids are made now: the clock of the test goes with them.
  app.clock.set(new Date().toISOString());
  const practice = await mintPractice(app);
  await mintPractice(app, {
    professional: { suspendedAt: new Date(app.clock.now()), suspendedReason: "spam" },
  });
  const soon = new Date(app.clock.now() + 3_600_000);
  await mintAppointment(app, practice, { startsAt: soon, status: "confirmed" });
  await mintAppointment(app, practice, { startsAt: soon, status: "cancelled" });
  const hour = new Date(app.clock.now());
  await app.db.insert(rateLimitHits).values({ hour, limit: "api", caller: "aa", hits: 5 });
  expect(await admin.getOverview()).toEqual({
    practices: { total: 2, suspended: 1, new7Days: 2 },
    people: { total: 3, new7Days: 3 },
    appointments: { bookedToday: 2, booked7Days: 2, next24Hours: 1 },
    deadLetters: 3,
    retrying: 2,
    oldestWaitingAt: "2026-11-23T11:00:00.000Z",
    hits24Hours: 5,
    now: new Date(app.clock.now()).toISOString(),
  });
});
