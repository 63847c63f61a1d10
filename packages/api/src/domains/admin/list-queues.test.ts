import { outboxEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";

const oldestAt = new Date("2026-11-23T11:00:00.000Z");
const figures = { name: "test.one", waiting: 1, retrying: 2, active: 0, dead: 3, oldestAt };
const bench = adminBench({
  queue: {
    figures: async () => [figures],
    jobs: async () => [],
    replay: async () => false,
    replayDead: async () => 0,
  },
});

it("each queue with its ages, and the events that nobody has taken", async () => {
  const event = { type: "accounts.email_verified", payload: {} };
  const at = (text: string) => new Date(`2026-11-23T${text}:00.000Z`);
  await bench.app.db.insert(outboxEvents).values([
    { id: newId(), ...event, createdAt: at("10:30") },
    { id: newId(), ...event, createdAt: at("10:20") },
    { id: newId(), ...event, createdAt: at("09:00"), dispatchedAt: at("09:01") },
  ]);
  expect(await bench.admin.listQueues({})).toEqual({
    items: [{ ...figures, oldestAt: oldestAt.toISOString() }],
    events: { waiting: 2, oldestAt: "2026-11-23T10:20:00.000Z" },
  });
});
