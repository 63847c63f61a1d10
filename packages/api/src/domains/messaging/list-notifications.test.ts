import { notifications } from "@odys/db/schema/messaging";
import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "../../kernel/ctx.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintUser } from "../../testing/fixtures.ts";

describe("messaging.listNotifications", () => {
  let app: TestApp;
  let bia: UserActor;
  let rui: UserActor;
  const ids: string[] = [];

  beforeAll(async () => {
    app = await createTestApp();
    [bia, rui] = [await mintUser(app), await mintUser(app)];
    for (let i = 0; i < 5; i++) {
      const id = newId();
      ids.unshift(id);
      await app.db.insert(notifications).values({
        id,
        userId: bia.userId,
        type: "booking_confirmed",
        params: { serviceName: `Sessão ${i}` },
        dedupeKey: id,
        createdAt: new Date(app.clock.now()),
        readAt: i < 2 ? new Date(app.clock.now()) : null,
      });
    }
  });
  afterAll(() => app.close());

  it("newest first, with what a sentence needs", async () => {
    const { items, nextCursor } = await app.as(bia).messaging.listNotifications({});
    expect(items.map((item) => item.id)).toEqual(ids);
    expect(nextCursor).toBeNull();
    expect(items[0]).toEqual({
      id: ids[0],
      type: "booking_confirmed",
      params: { serviceName: "Sessão 4" },
      createdAt: "2026-11-23T12:00:00.000Z",
      readAt: null,
    });
    expect(items[4]?.readAt).toBe("2026-11-23T12:00:00.000Z");
  });

  it("page by page, each once", async () => {
    const caller = app.as(bia);
    const first = await caller.messaging.listNotifications({ limit: 3 });
    expect(first.nextCursor).toBe(ids[2]);
    const rest = await caller.messaging.listNotifications({
      limit: 3,
      cursor: first.nextCursor ?? undefined,
    });
    expect(rest.nextCursor).toBeNull();
    expect([...first.items, ...rest.items].map((item) => item.id)).toEqual(ids);
  });

  it("only what is unread, if asked", async () => {
    const { items } = await app.as(bia).messaging.listNotifications({ unreadOnly: true });
    expect(items.map((item) => item.id)).toEqual(ids.slice(0, 3));
  });

  it("nobody sees another's, not even with a cursor from there", async () => {
    const seen = await app.as(rui).messaging.listNotifications({ cursor: ids[0] });
    expect(seen.items).toEqual([]);
  });

  it("UNAUTHORIZED for whoever has not signed in", async () => {
    await expect(app.anonymous().messaging.listNotifications({})).rejects.toThrow("UNAUTHORIZED");
  });
});
