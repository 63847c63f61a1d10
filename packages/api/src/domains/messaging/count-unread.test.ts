import { notifications } from "@odys/db/schema/messaging";
import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintUser } from "../../testing/fixtures.ts";

describe("messaging.countUnread", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("counts what the caller has not read, and nobody else's", async () => {
    const [bia, rui] = [await mintUser(app), await mintUser(app)];
    for (const readAt of [null, null, new Date()]) {
      const id = newId();
      const row = { id, type: "booking_rejected" as const, params: {}, dedupeKey: id, readAt };
      await app.db.insert(notifications).values({ ...row, userId: bia.userId });
    }
    expect(await app.as(bia).messaging.countUnread({})).toEqual({ count: 2 });
    expect(await app.as(rui).messaging.countUnread({})).toEqual({ count: 0 });
    await expect(app.anonymous().messaging.countUnread({})).rejects.toThrow("UNAUTHORIZED");
  });
});
