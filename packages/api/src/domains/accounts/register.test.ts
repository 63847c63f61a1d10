import { users } from "@odys/db/schema/accounts";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { createMemoryLimiter } from "../../gateways/rate-limiter/memory.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccountsApp, createAccountsApp } from "../../testing/accounts.ts";

let app: AccountsApp;
beforeAll(async () => {
  app = await createAccountsApp();
});
afterAll(() => app.close());

const password = "uma senha bem comprida";
const register = (email: string, at = app.visitor(), given = password) =>
  at.api((api) => api.accounts.register({ name: "Ana", email, password: given }));
const fresh = () => `${newId()}@odys.test`;

test("an account begins unverified, in the language of the request, and nobody is signed in", async () => {
  const email = fresh();
  const at = app.visitor();
  expect(await register(email.toUpperCase(), at)).toEqual({ ok: true });
  expect(await at.api((api) => api.accounts.me())).toBeNull();
  const [row] = await app.db.select().from(users).where(eq(users.email, email));
  expect(row).toMatchObject({ emailVerified: false, role: "user", locale: "pt-BR" });
});

test("a known address gets the same answer, in the same shape and with the same headers", async () => {
  const known = await app.member();
  const answers = [];
  for (const email of [known.email, fresh()]) {
    const at = app.visitor();
    answers.push({ answer: await register(email, at), cookies: at.received });
  }
  expect(answers[0]).toEqual(answers[1]);
});

test("both branches take the floor, whatever the database had to do", async () => {
  const slow = await createAccountsApp({ settings: { responseFloorMs: 250 } });
  try {
    const known = await slow.member();
    for (const email of [known.email, fresh()]) {
      const started = performance.now();
      await slow.visitor().api((api) => api.accounts.register({ name: "Ana", email, password }));
      const took = performance.now() - started;
      expect(took).toBeGreaterThanOrEqual(249);
    }
  } finally {
    await slow.close();
  }
});

test.each([
  ["a common one", "password123"],
  ["one's own address", "maria.silva@odys.test"],
])("%s is no password", async (_why, given) => {
  const attempt = register("maria.silva@odys.test", app.visitor(), given);
  await expect(attempt).rejects.toMatchObject({ message: "PASSWORD_TOO_COMMON" });
});

test("H2: a role cannot be registered", async () => {
  const input = { name: "Mallory", email: fresh(), password, role: "admin", emailVerified: true };
  const attempt = app.visitor().api((api) => api.accounts.register(input));
  await expect(attempt).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("M4: registrations from one address are limited to 5 an hour", async () => {
  const limited = await createAccountsApp({ limiter: createMemoryLimiter() });
  try {
    const attempt = (ip: string) =>
      limited
        .visitor(ip)
        .api((api) => api.accounts.register({ name: "Ana", email: fresh(), password }));
    for (let n = 0; n < 5; n++) await attempt("192.0.2.7");
    await expect(attempt("192.0.2.7")).rejects.toMatchObject({ message: "RATE_LIMITED" });
    await attempt("192.0.2.8");
  } finally {
    await limited.close();
  }
});

test("M4: mails to one address are limited, from however many machines they are asked for", async () => {
  const limited = await createAccountsApp({ limiter: createMemoryLimiter() });
  try {
    const email = fresh();
    let machine = 0;
    const at = () => limited.visitor(`192.0.2.${++machine}`);
    await at().api((api) => api.accounts.register({ name: "Ana", email, password }));
    await at().api((api) => api.accounts.resendVerification({ email }));
    await at().api((api) => api.accounts.requestPasswordReset({ email: email.toUpperCase() }));
    await at().api((api) => api.accounts.requestPasswordReset({ email: ` ${email}` }));
    await at().api((api) => api.accounts.resendVerification({ email }));
    for (const ask of [
      () => at().api((api) => api.accounts.register({ name: "Ana", email, password })),
      () => at().api((api) => api.accounts.resendVerification({ email })),
      () => at().api((api) => api.accounts.requestPasswordReset({ email })),
    ])
      await expect(ask()).rejects.toMatchObject({ message: "RATE_LIMITED" });
  } finally {
    await limited.close();
  }
});
