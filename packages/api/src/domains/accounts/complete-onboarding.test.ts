import { onboardingDrafts, professionals } from "@odys/db/schema/accounts";
import { outboxEvents } from "@odys/db/schema/ops";
import type { OnboardingAnswers } from "@odys/shared/accounts/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { count, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintUser } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const answers: OnboardingAnswers = {
  name: "João d'Ávila",
  profession: "psychologist",
  phone: "+5511987654321",
  zone: "America/Sao_Paulo",
  service: { name: "Sessão", durationMinutes: 50, priceAmount: 12_000 },
  windows: [
    { dayOfWeek: 1, startTime: "09:00", endTime: "12:00" },
    { dayOfWeek: 1, startTime: "13:00", endTime: "24:00" },
  ],
};
const practicesOf = (userId: string) =>
  app.db.select().from(professionals).where(eq(professionals.userId, userId));

test("the practice opens with its first service and hours; doing it again changes nothing", async () => {
  const user = await mintUser(app);
  const { accounts } = app.as(user);
  const { service, windows, ...practice } = answers;
  await accounts.saveOnboarding(practice);
  await accounts.saveOnboarding({ service });
  const card = await accounts.completeOnboarding({ windows });
  expect(card.slug).toBe("joao-d-avila");
  const [row] = await practicesOf(user.userId);
  expect(row).toMatchObject({ ...practice, id: card.id, plan: "free", trialEndsAt: null });

  // As the booking room, told in the same transaction, has it from the first moment.
  const opened = { ...user, professionalId: card.id as NonNullable<typeof user.professionalId> };
  const { booking } = app.as(opened);
  const list = await booking.listServices({});
  expect(list.services).toMatchObject([
    { name: "Sessão", durationMinutes: 50, price: { amount: 12_000, currency: "BRL" } },
  ]);
  expect((await booking.getAvailability({})).windows).toEqual(answers.windows);
  expect(
    await app.db.select().from(onboardingDrafts).where(eq(onboardingDrafts.userId, user.userId)),
  ).toEqual([]);

  expect(await app.as(opened).accounts.completeOnboarding({ name: "Other" })).toEqual(card);
  // Also when this request was resolved before the first one had committed.
  expect(await app.as(user).accounts.completeOnboarding(answers)).toEqual(card);
  expect(await practicesOf(user.userId)).toHaveLength(1);
  const told = await app.db
    .select({ n: count() })
    .from(outboxEvents)
    .where(eq(outboxEvents.professionalId, card.id));
  expect(told).toEqual([{ n: 1 }]);
});

test("what is missing is named", async () => {
  const { accounts } = app.as(await mintUser(app));
  await accounts.saveOnboarding({ name: "Ana", profession: "tutor", zone: "America/Recife" });
  const attempt = accounts.completeOnboarding({});
  await expect(attempt).rejects.toMatchObject({
    message: "VALIDATION_ERROR",
    cause: { details: { fields: { phone: expect.any(Array), service: expect.any(Array) } } },
  });
});

test("two tabs at once open one practice", async () => {
  const user = await mintUser(app);
  const cards = await Promise.all(
    [1, 2, 3, 4].map(() => app.as(user).accounts.completeOnboarding(answers)),
  );
  expect(new Set(cards.map(({ id }) => id)).size).toBe(1);
  expect(await practicesOf(user.userId)).toHaveLength(1);
});

test("people of one name who come at once get different addresses", async () => {
  const people = await Promise.all([1, 2, 3, 4, 5].map(() => mintUser(app)));
  const cards = await Promise.all(
    people.map((user) =>
      app.as(user).accounts.completeOnboarding({ ...answers, name: "Rosa Weber" }),
    ),
  );
  expect(cards.map(({ slug }) => slug).toSorted()).toEqual([
    "rosa-weber",
    "rosa-weber-2",
    "rosa-weber-3",
    "rosa-weber-4",
    "rosa-weber-5",
  ]);
});

test("a name that is a page of ours gets a number", async () => {
  const { accounts } = app.as(await mintUser(app));
  expect((await accounts.completeOnboarding({ ...answers, name: "Dashboard" })).slug).toBe(
    "dashboard-2",
  );
});

test("when another room refuses, nothing is opened", async () => {
  const user = await mintUser(app);
  const { inTransaction } = app.services;
  app.services.inTransaction = {
    "accounts.professional_opened": () => Promise.reject(new DomainError("VALIDATION_ERROR")),
  };
  const name = "Nobody Ever";
  try {
    const attempt = app.as(user).accounts.completeOnboarding({ ...answers, name });
    await expect(attempt).rejects.toMatchObject({ message: "VALIDATION_ERROR" });
  } finally {
    app.services.inTransaction = inTransaction;
  }
  expect(await practicesOf(user.userId)).toEqual([]);
  const rows = await app.db.select().from(professionals).where(like(professionals.slug, "nobody%"));
  expect(rows).toEqual([]);
});

test("only who has verified their address opens a practice, and only in a session that holds", async () => {
  const unverified = await mintUser(app, { emailVerified: false });
  await expect(app.as(unverified).accounts.completeOnboarding(answers)).rejects.toMatchObject({
    message: "EMAIL_NOT_VERIFIED",
  });
  const { auth } = app.services;
  app.services.auth = {
    ...auth,
    confirm: () => Promise.reject(new DomainError("UNAUTHORIZED")),
  };
  try {
    const attempt = app.as(await mintUser(app)).accounts.completeOnboarding(answers);
    await expect(attempt).rejects.toMatchObject({ message: "UNAUTHORIZED" });
  } finally {
    app.services.auth = auth;
  }
});

test("H2: plan and trial are no answers", async () => {
  for (const extra of [{ plan: "premium" }, { trialEndsAt: "2030-01-01" }, { userId: "x" }]) {
    const { accounts } = app.as(await mintUser(app));
    const attempt = accounts.completeOnboarding({ ...answers, ...extra });
    await expect(attempt).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
});
