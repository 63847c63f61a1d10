import { newId } from "@odys/shared/kernel/ids";
import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";

const at = new Date("2026-11-23T11:00:00.000Z");
const job = (id: string) => ({
  id,
  state: "dead" as const,
  event: "accounts.email_verified",
  requestId: "request-1",
  attempts: 13,
  createdAt: at,
  dueAt: at,
  error: "provider down",
});
const bench = adminBench({
  queue: {
    figures: async () => [],
    jobs: async (_queue, { limit }) => Array.from({ length: limit }, () => job(newId())),
    replay: async () => false,
    replayDead: async () => 0,
  },
});

it("says that there are more than it shows", async () => {
  const page = await bench.admin.listJobs({ queue: "test.one", limit: 3 });
  expect(page.more).toBe(true);
  expect(page.items).toHaveLength(3);
  expect(page.items[0]).toMatchObject({
    state: "dead",
    error: "provider down",
    createdAt: at.toISOString(),
  });
  await expect(bench.admin.listJobs({ queue: "'; drop" })).rejects.toThrow("VALIDATION_ERROR");
});
