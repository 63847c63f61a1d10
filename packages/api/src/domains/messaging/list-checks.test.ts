import { expect, it } from "vitest";
import { createTestApp } from "../../testing/app.ts";
import { listChecks } from "./list-checks.ts";

it("the last twenty looks at the present connection, newest first", async () => {
  const app = await createTestApp();
  const cron = app.system({ type: "cron" }).messaging;
  for (let n = 0; n < 22; n++) {
    await cron.watchConnection();
    app.clock.advance(180_000);
  }
  const { driver, checks } = await listChecks(app.ctx({ type: "cron" }));
  expect([driver, checks.length]).toEqual(["local", 20]);
  expect(checks[0]?.at).toBe("2026-11-23T13:03:00.000Z");
  await app.close();
});
