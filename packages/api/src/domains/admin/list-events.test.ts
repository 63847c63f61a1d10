import { outboxEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";

const bench = adminBench();

it("what waits and what was taken, without what it was about", async () => {
  const event = { type: "accounts.email_verified", payload: { userId: "segredo" } };
  const [waiting, taken] = [newId(), newId()];
  await bench.app.db.insert(outboxEvents).values([
    { id: waiting, ...event, requestId: "request-1" },
    { id: taken, ...event, dispatchedAt: new Date(bench.app.clock.now()) },
  ]);
  const page = await bench.admin.listEvents({});
  expect(page.items).toMatchObject([
    { id: waiting, type: event.type, requestId: "request-1", dispatchedAt: null },
  ]);
  expect(JSON.stringify(page)).not.toContain("segredo");
  const dispatched = await bench.admin.listEvents({ state: "dispatched" });
  expect(dispatched.items.map(({ id }) => id)).toEqual([taken]);
});
