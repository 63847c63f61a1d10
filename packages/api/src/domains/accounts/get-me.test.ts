import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice, mintUser } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test("nobody is null, which is no error", async () => {
  expect(await app.anonymous().accounts.me()).toBeNull();
});

test("somebody without a practice", async () => {
  const user = await mintUser(app, { name: "Bia", locale: "en" });
  expect(await app.as(user).accounts.me()).toEqual({
    user: {
      id: user.userId,
      name: "Bia",
      email: user.email,
      emailVerified: true,
      role: "user",
      locale: "en",
    },
    professional: null,
  });
});

test("a professional: the practice, what is paid for, and what holds now", async () => {
  const trialEndsAt = new Date(app.clock.now() + 1000);
  const { actor, professionalId, slug } = await mintPractice(app, {
    professional: { plan: "free", trialEndsAt },
  });
  const me = () => app.as(actor).accounts.me();
  expect((await me())?.professional).toEqual({
    id: professionalId,
    slug,
    name: "Ana Teste",
    profession: "psychologist",
    zone: "America/Sao_Paulo",
    currency: "BRL",
    plan: { paid: "free", effective: "pro", trialEndsAt: trialEndsAt.toISOString() },
    avatarUrl: null,
    suspension: null,
  });
  app.clock.advance(1000);
  expect((await me())?.professional?.plan).toMatchObject({ paid: "free", effective: "free" });
});
