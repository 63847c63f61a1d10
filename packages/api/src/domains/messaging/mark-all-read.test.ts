import { notifications } from "@odys/db/schema/messaging";
import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintUser } from "../../testing/fixtures.ts";

describe("messaging.markAllRead", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("marks the caller's own, tells how many, and none a second time", async () => {
    const [bia, rui] = [await mintUser(app), await mintUser(app)];
    for (const { userId } of [bia, bia, bia, rui]) {
      const id = newId();
      const row = { id, type: "booking_requested" as const, params: {}, dedupeKey: id };
      await app.db.insert(notifications).values({ ...row, userId });
    }
    expect(await app.as(bia).messaging.markAllRead({})).toEqual({ count: 3 });
    expect(await app.as(bia).messaging.markAllRead({})).toEqual({ count: 0 });
    expect(await app.as(rui).messaging.countUnread({})).toEqual({ count: 1 });
  });
});
