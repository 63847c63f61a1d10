import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

describe("messaging.getConnection", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("works until somebody has found that it does not; what is wrong is not told", async () => {
    const ana = await mintPractice(app);
    const ask = () => ana.caller.messaging.getConnection({});
    expect(await ask()).toEqual({ whatsapp: "works", since: null });
    app.services.whatsapp = {
      ...app.whatsapp,
      connection: async () => ({ state: "logged_out", detail: "code 131031" }),
    };
    await app.system({ type: "cron" }).messaging.watchConnection();
    expect(await ask()).toEqual({ whatsapp: "troubled", since: "2026-11-23T12:00:00.000Z" });
    expect(JSON.stringify(await ask())).not.toContain("131031");
  });

  it("is a professional's", async () => {
    await expect(app.anonymous().messaging.getConnection({})).rejects.toThrow("UNAUTHORIZED");
  });
});
