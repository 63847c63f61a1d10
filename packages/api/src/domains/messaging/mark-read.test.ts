import { notifications } from "@odys/db/schema/messaging";
import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "../../kernel/ctx.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintUser } from "../../testing/fixtures.ts";

describe("messaging.markRead", () => {
  let app: TestApp;
  let bia: UserActor;
  const tell = async (user: UserActor) => {
    const id = newId();
    const row = { id, type: "booking_confirmed" as const, params: {}, dedupeKey: id };
    await app.db.insert(notifications).values({ ...row, userId: user.userId });
    return id;
  };
  beforeAll(async () => {
    app = await createTestApp();
    bia = await mintUser(app);
  });
  afterAll(() => app.close());

  it("keeps the moment of the first time", async () => {
    const id = await tell(bia);
    const first = await app.as(bia).messaging.markRead({ id });
    expect(first.readAt).toBe("2026-11-23T12:00:00.000Z");
    app.clock.advance(60_000);
    expect(await app.as(bia).messaging.markRead({ id })).toEqual(first);
  });

  it("NOT_FOUND for another's and for none, and changes nothing there", async () => {
    const rui = await mintUser(app);
    const id = await tell(rui);
    await expect(app.as(bia).messaging.markRead({ id })).rejects.toThrow("NOT_FOUND");
    await expect(app.as(bia).messaging.markRead({ id: newId() })).rejects.toThrow("NOT_FOUND");
    const { items } = await app.as(rui).messaging.listNotifications({});
    expect(items[0]?.readAt).toBeNull();
  });
});
