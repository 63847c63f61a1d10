import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintUser } from "../../testing/fixtures.ts";
import { mintConversation, mintPair } from "../../testing/talk.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test("counts what waits on the side that is asked for, and nobody else's", async () => {
  const { asAna, asBia, ...ids } = await mintPair(app);
  await mintConversation(app, ids, ["1", "2", { author: "professional", text: "3" }]);
  expect(await asAna.countUnreadMessages({ side: "professional" })).toEqual({ count: 2 });
  expect(await asAna.countUnreadMessages({ side: "client" })).toEqual({ count: 0 });
  expect(await asBia.countUnreadMessages({ side: "client" })).toEqual({ count: 1 });
  const stranger = app.as(await mintUser(app)).messaging;
  expect(await stranger.countUnreadMessages({ side: "client" })).toEqual({ count: 0 });
  const refused = asBia.countUnreadMessages({ side: "professional" });
  await expect(refused).rejects.toThrow("ONBOARDING_REQUIRED");
});
