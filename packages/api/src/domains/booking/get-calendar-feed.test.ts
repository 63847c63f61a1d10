import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice, mintUser } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it("none until one is made, and each side has its own", async () => {
  const { caller } = await mintPractice(app);
  const none = { url: null, createdAt: null };
  expect(await caller.booking.getCalendarFeed({ side: "professional" })).toEqual(none);
  const made = await caller.booking.renewCalendarFeed({ side: "professional" });
  expect(await caller.booking.getCalendarFeed({ side: "professional" })).toEqual(made);
  expect(await caller.booking.getCalendarFeed({ side: "client" })).toEqual(none);
});

it("nobody has a side that is not theirs", async () => {
  const somebody = app.as(await mintUser(app));
  await expect(somebody.booking.getCalendarFeed({ side: "professional" })).rejects.toThrow(
    "ONBOARDING_REQUIRED",
  );
  const unproven = app.as(await mintUser(app, { emailVerified: false }));
  await expect(unproven.booking.getCalendarFeed({ side: "client" })).rejects.toThrow(
    "EMAIL_NOT_VERIFIED",
  );
});
