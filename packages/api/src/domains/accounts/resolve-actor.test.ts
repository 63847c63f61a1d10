import { users } from "@odys/db/schema/accounts";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appRouter } from "../../root.ts";
import { type AccountsApp, createAccountsApp } from "../../testing/accounts.ts";
import { mintPractice } from "../../testing/fixtures.ts";
import { createContext } from "../../trpc/context.ts";
import { t } from "../../trpc/init.ts";
import { resolveActor } from "./resolve-actor.ts";

let app: AccountsApp;
beforeAll(async () => {
  app = await createAccountsApp();
});
afterAll(() => app.close());

const answers = {
  name: "Ana Souza",
  profession: "tutor" as const,
  phone: "+5511987654321",
  zone: "America/Sao_Paulo",
  service: { name: "Aula", durationMinutes: 50, priceAmount: 0 },
  windows: [{ dayOfWeek: 1, startTime: "09:00", endTime: "12:00" }],
};
const resolve = (headers: Record<string, string>) =>
  resolveActor(app.services, new Headers(headers), new Headers(), "192.0.2.1");

test("nobody, then a user, then a professional", async () => {
  expect(await resolve({})).toEqual({ type: "anonymous" });
  const person = await app.member();
  expect(await resolve(person.sent())).toMatchObject({
    type: "user",
    userId: person.userId,
    email: person.email,
    emailVerified: true,
    role: "user",
    professionalId: null,
  });
  const { id } = await person.api((api) => api.accounts.completeOnboarding(answers));
  expect(await resolve(person.sent())).toMatchObject({ type: "user", professionalId: id });
});

test("role and language are read anew each time, never from the session", async () => {
  const person = await app.member();
  await app.db
    .update(users)
    .set({ role: "admin", locale: "en" })
    .where(eq(users.id, person.userId));
  expect(await resolve(person.sent())).toMatchObject({ role: "admin", locale: "en" });
});

test("M5: what a request claims about itself besides its session changes nothing", async () => {
  const [person, victim] = [await app.member(), await mintPractice(app)];
  const honest = await resolve(person.sent());
  const claims = {
    ...person.sent(),
    cookie: `${person.sent().cookie}; professionalId=${victim.professionalId}; user_id=${victim.userId}`,
    "x-professional-id": victim.professionalId,
    "x-user-id": victim.userId,
    authorization: `Bearer ${victim.userId}`,
  };
  expect(await resolve(claims)).toEqual(honest);
  expect(await resolve({ ...claims, cookie: "" })).toEqual({ type: "anonymous" });
});

test("once per request, however many calls a batch holds: two queries, and none for nobody", async () => {
  const person = await app.member();
  await person.api((api) => api.accounts.completeOnboarding(answers));
  let resolved = 0;
  let queries = 0;
  const services = {
    ...app.services,
    auth: {
      ...app.services.auth,
      resolve(call: Parameters<typeof app.services.auth.resolve>[0]) {
        resolved += 1;
        return app.services.auth.resolve(call);
      },
    },
    db: new Proxy(app.db, {
      get(target, key) {
        if (key === "select") queries += 1;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    }),
  };
  const batch = async (headers: Headers) => {
    const context = createContext(services, { headers, ip: "192.0.2.1", via: "http" });
    const caller = t.createCallerFactory(appRouter)(context);
    return Promise.all([caller.accounts.me(), caller.accounts.me(), caller.accounts.me()]);
  };
  const answered = await batch(new Headers(person.sent()));
  expect(answered.map((me) => me?.user.id)).toEqual(Array(3).fill(person.userId));
  // The session (by the driver, one query: see its own test) and the practice.
  expect({ resolved, queries }).toEqual({ resolved: 1, queries: 1 });
  expect(await batch(new Headers())).toEqual([null, null, null]);
  expect({ resolved, queries }).toEqual({ resolved: 2, queries: 1 });
});

test("an account that is gone is nobody, whatever its cookie says", async () => {
  const person = await app.member();
  await app.db.delete(users).where(eq(users.id, person.userId));
  expect(await resolve(person.sent())).toEqual({ type: "anonymous" });
});

test("M5: a forged id of a practice opens nothing and changes nothing", async () => {
  const [mine, theirs] = [await mintPractice(app), await mintPractice(app)];
  const before = await theirs.caller.accounts.getProfile();
  const forged = { name: "Mallory", professionalId: theirs.professionalId };
  const attempt = mine.caller.accounts.updateProfile(forged);
  await expect(attempt).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect(await theirs.caller.accounts.getProfile()).toEqual(before);
  expect(await mine.caller.accounts.getProfile()).toMatchObject({ name: "Ana Teste" });
});
