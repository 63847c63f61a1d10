import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice, mintUser } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test("page by page, in any order, and again; taken up where it was left", async () => {
  const user = await mintUser(app);
  const { accounts } = app.as(user);
  const service = { name: "Sessão", durationMinutes: 50, priceAmount: 12_000 };
  await accounts.saveOnboarding({ service });
  await accounts.saveOnboarding({ name: "Ana", profession: "tutor" });
  const saved = await accounts.saveOnboarding({ name: "Ana Souza", profession: "tutor" });
  expect(saved).toEqual({
    draft: { name: "Ana Souza", profession: "tutor", service },
    nextStep: "contact",
    professional: null,
  });
  expect(await accounts.saveOnboarding({ name: "Ana Souza" })).toEqual(saved);
  expect(await app.as(user).accounts.getOnboarding()).toEqual(saved);

  const { draft } = await accounts.saveOnboarding({
    phone: "(11) 98765-4321",
    zone: "America/Recife",
  });
  expect(draft).toMatchObject({ phone: "+5511987654321", zone: "America/Recife" });
});

test("two pages saved at once both stay", async () => {
  const user = await mintUser(app);
  await Promise.all([
    app.as(user).accounts.saveOnboarding({ name: "Ana" }),
    app.as(user).accounts.saveOnboarding({ zone: "America/Recife" }),
    app.as(user).accounts.saveOnboarding({ profession: "coach" }),
  ]);
  expect(await app.as(user).accounts.getOnboarding()).toMatchObject({
    draft: { name: "Ana", zone: "America/Recife", profession: "coach" },
  });
});

test("drafts are one's own", async () => {
  const [user, other] = [await mintUser(app), await mintUser(app)];
  await app.as(user).accounts.saveOnboarding({ name: "Ana" });
  expect(await app.as(other).accounts.getOnboarding()).toMatchObject({ draft: {} });
});

test("each answer is checked when it is given, and nothing else is taken", async () => {
  const { accounts } = app.as(await mintUser(app));
  for (const input of [
    { profession: "alchemist" },
    { zone: "+03:00" },
    { phone: "12" },
    { service: { name: "x", durationMinutes: 0, priceAmount: 1 } },
    { plan: "premium" },
    { windows: [{ dayOfWeek: 7, startTime: "09:00", endTime: "12:00" }] },
  ]) {
    const attempt = accounts.saveOnboarding(input as Parameters<typeof accounts.saveOnboarding>[0]);
    await expect(attempt).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
});

test("once the practice is open there is no draft any more", async () => {
  const { caller } = await mintPractice(app);
  await expect(caller.accounts.saveOnboarding({ name: "Ana" })).rejects.toMatchObject({
    message: "CONFLICT",
  });
});
