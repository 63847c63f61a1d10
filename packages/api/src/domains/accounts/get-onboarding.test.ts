import { onboardingDrafts } from "@odys/db/schema/accounts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice, mintUser } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test("it begins at the beginning", async () => {
  const user = await mintUser(app);
  expect(await app.as(user).accounts.getOnboarding()).toEqual({
    draft: {},
    nextStep: "practice",
    professional: null,
  });
});

test("an answer that is no longer valid is asked for again, the others stay", async () => {
  const user = await mintUser(app);
  await app.db.insert(onboardingDrafts).values({
    userId: user.userId,
    draft: { name: "Ana Souza", profession: "alchemist", phone: "+5511987654321" },
  });
  expect(await app.as(user).accounts.getOnboarding()).toMatchObject({
    draft: { name: "Ana Souza", phone: "+5511987654321" },
    nextStep: "practice",
  });
});

test("with an open practice there is nothing left to do", async () => {
  const { caller, professionalId, slug } = await mintPractice(app);
  expect(await caller.accounts.getOnboarding()).toEqual({
    draft: {},
    nextStep: null,
    professional: { id: professionalId, slug },
  });
});

test("nobody has none", async () => {
  const attempt = app.anonymous().accounts.getOnboarding();
  await expect(attempt).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});
