import { authSessions, authVerifications } from "@odys/db/schema/accounts";
import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schedules } from "../../root.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintUser } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test("what has run out goes, to the millisecond, and what has not stays; so it is scheduled", async () => {
  const { userId } = await mintUser(app);
  const now = app.clock.now();
  const [old, good] = [newId(), newId()];
  for (const [id, expiresAt] of [
    [old, new Date(now)],
    [good, new Date(now + 1)],
  ] as const) {
    await app.db.insert(authSessions).values({ id, userId, token: id, expiresAt });
    await app.db.insert(authVerifications).values({ id, identifier: id, value: "", expiresAt });
  }
  const schedule = schedules.find(({ name }) => name === "accounts.delete_expired");
  await schedule?.run(app.ctx({ type: "job", queue: "accounts.delete_expired" }));
  for (const table of [authSessions, authVerifications])
    expect(await app.db.select({ id: table.id }).from(table)).toEqual([{ id: good }]);
});
