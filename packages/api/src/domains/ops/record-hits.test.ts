import { rateLimitHits } from "@odys/db/schema/ops";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { recordHits } from "./record-hits.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const hour = new Date("2026-11-23T12:00:00.000Z");

it("adds to what the hour has of the same limit and caller, from several processes at once", async () => {
  const count = { hour, limit: "booking" as const, caller: "abc", hits: 3 };
  await Promise.all(Array.from({ length: 5 }, () => recordHits(app.services, [count])));
  expect(await app.db.select().from(rateLimitHits)).toEqual([{ ...count, hits: 15 }]);
});

it("thousands of callers are a few statements", async () => {
  const counts = Array.from({ length: 2_500 }, (_, i) => ({
    hour,
    limit: "api" as const,
    caller: `c${i}`,
    hits: 1,
  }));
  await recordHits(app.services, counts);
  expect(await app.db.$count(rateLimitHits, eq(rateLimitHits.limit, "api"))).toBe(2_500);
});
