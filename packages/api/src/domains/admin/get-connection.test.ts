import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";

const bench = adminBench();

it("tells the watchdog's looks, newest first", async () => {
  expect(await bench.admin.getConnection()).toEqual({ driver: "local", checks: [] });
  await bench.app.system({ type: "cron" }).messaging.watchConnection();
  const { checks } = await bench.admin.getConnection();
  expect(checks).toMatchObject([{ driver: "local", state: "healthy", action: "none" }]);
});
