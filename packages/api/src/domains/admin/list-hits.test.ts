import { rateLimitHits } from "@odys/db/schema/ops";
import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";

const bench = adminBench();

it("by limit and hour, and who was refused most; what is older does not count", async () => {
  const hour = (text: string) => new Date(`2026-11-${text}:00:00.000Z`);
  await bench.app.db.insert(rateLimitHits).values([
    { hour: hour("23T12"), limit: "booking", caller: "aa", hits: 7 },
    { hour: hour("23T11"), limit: "booking", caller: "aa", hits: 2 },
    { hour: hour("23T11"), limit: "booking", caller: "bb", hits: 3 },
    { hour: hour("22T12"), limit: "booking", caller: "bb", hits: 100 },
    { hour: hour("23T10"), limit: "no longer one", caller: "cc", hits: 50 },
  ]);
  const day = await bench.admin.listHits({});
  const booking = day.limits.find(({ limit }) => limit === "booking");
  expect(day.from).toBe("2026-11-22T13:00:00.000Z");
  expect(booking).toMatchObject({ total: 12, callers: 2 });
  expect(booking?.perHour.slice(-3)).toEqual([0, 5, 7]);
  expect(booking?.perHour).toHaveLength(24);
  expect(day.callers).toEqual([
    { caller: "aa", limit: "booking", hits: 9, lastHour: "2026-11-23T12:00:00.000Z" },
    { caller: "bb", limit: "booking", hits: 3, lastHour: "2026-11-23T11:00:00.000Z" },
  ]);
  const week = await bench.admin.listHits({ hours: 168 });
  expect(week.limits.find(({ limit }) => limit === "booking")?.total).toBe(112);
});
