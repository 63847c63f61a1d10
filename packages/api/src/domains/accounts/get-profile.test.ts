import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice, mintUser } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test("one's own practice", async () => {
  const { caller, professionalId, slug } = await mintPractice(app);
  expect(await caller.accounts.getProfile()).toEqual({
    id: professionalId,
    slug,
    name: "Ana Teste",
    profession: "psychologist",
    phone: "+5511987654321",
    bio: "",
    zone: "America/Sao_Paulo",
    currency: "BRL",
    locale: "pt-BR",
    slotStepMinutes: 30,
    maxPending: 10,
    avatarUrl: null,
    mutedMails: [],
  });
});

test("nobody and who has no practice are told apart", async () => {
  await expect(app.anonymous().accounts.getProfile()).rejects.toMatchObject({
    code: "UNAUTHORIZED",
  });
  const user = await mintUser(app);
  await expect(app.as(user).accounts.getProfile()).rejects.toMatchObject({
    message: "ONBOARDING_REQUIRED",
  });
});

test("a practice that is gone, or somebody else's, is not found", async () => {
  const [mine, theirs] = [await mintPractice(app), await mintPractice(app)];
  const forged = app.as({ ...mine.actor, professionalId: theirs.professionalId });
  // The claim decides what can be read; the policy of `professionals` also wants the owner to write.
  await expect(forged.accounts.updateProfile({ name: "Mallory" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
