import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";

const bench = adminBench();

it("says how the process and its database are, with a duration for each check", async () => {
  const health = await bench.admin.getHealth();
  expect(health).toMatchObject({
    ok: true,
    version: "test",
    process: { node: process.version },
    database: { version: expect.stringMatching(/^\d+/) },
  });
  expect(health.checks.map(({ name }) => name)).toEqual(["database", "migrations", "outbox"]);
  for (const { ms } of health.checks) expect(ms).toBeGreaterThanOrEqual(0);
  expect(health.database.sizeBytes).toBeGreaterThan(1_000_000);
  expect(health.database.connections.some(({ name }) => name === "odys")).toBe(true);
});
