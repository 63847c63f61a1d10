import { newId } from "@odys/shared/kernel/ids";
import { createMemoryLimiter } from "../../gateways/rate-limiter/memory.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccountsApp, createAccountsApp } from "../../testing/accounts.ts";

let app: AccountsApp;
beforeAll(async () => {
  app = await createAccountsApp();
});
afterAll(() => app.close());

const signIn = (email: string, password: string, at = app.visitor()) =>
  at.api((api) => api.accounts.signIn({ email, password }));

test("signing in makes the browser somebody, whatever the case of the address", async () => {
  const { email, userId } = await app.member();
  const at = app.visitor();
  expect(await signIn(email.toUpperCase(), app.password, at)).toEqual({
    user: { id: userId, name: "Ana Souza", email },
  });
  expect(await at.api((api) => api.accounts.me())).toMatchObject({ user: { id: userId } });
});

test("a wrong password and an unknown address are refused in the same words", async () => {
  const { email } = await app.member();
  const refusals = [];
  for (const address of [email, `${newId()}@odys.test`])
    refusals.push(await signIn(address, "a wrong password").catch((error: unknown) => error));
  expect(refusals).toMatchObject([
    { message: "INVALID_CREDENTIALS", code: "UNAUTHORIZED" },
    { message: "INVALID_CREDENTIALS", code: "UNAUTHORIZED" },
  ]);
});

test("who has not verified the address is told so, given the password", async () => {
  const email = `${newId()}@odys.test`;
  const { password } = app;
  await app.visitor().api((api) => api.accounts.register({ name: "Ana", email, password }));
  await expect(signIn(email, password)).rejects.toMatchObject({ message: "EMAIL_NOT_VERIFIED" });
});

test("M4: guesses are limited per account, however many machines guess", async () => {
  const limited = await createAccountsApp({ limiter: createMemoryLimiter() });
  try {
    const { email, password } = { email: `${newId()}@odys.test`, password: limited.password };
    const guess = (n: number, address = email) =>
      limited
        .visitor(`198.51.100.${n}`)
        .api((api) => api.accounts.signIn({ email: address, password }));
    for (let n = 1; n <= 10; n++)
      await expect(guess(n)).rejects.toMatchObject({ message: "INVALID_CREDENTIALS" });
    await expect(guess(11)).rejects.toMatchObject({ message: "RATE_LIMITED" });
    await expect(guess(12, email.toUpperCase())).rejects.toMatchObject({ message: "RATE_LIMITED" });
  } finally {
    await limited.close();
  }
});

test("M4: guesses are limited per address of the network, however many accounts are guessed at", async () => {
  const limited = await createAccountsApp({ limiter: createMemoryLimiter() });
  try {
    const guess = () =>
      limited
        .visitor("203.0.113.9")
        .api((api) =>
          api.accounts.signIn({ email: `${newId()}@odys.test`, password: limited.password }),
        );
    for (let n = 0; n < 20; n++)
      await expect(guess()).rejects.toMatchObject({ message: "INVALID_CREDENTIALS" });
    await expect(guess()).rejects.toMatchObject({ message: "RATE_LIMITED" });
  } finally {
    await limited.close();
  }
});

test("M4: when the limiter does not answer, nobody signs in", async () => {
  const { email } = await app.member();
  const { limiter } = app.services;
  app.services.limiter = { ...limiter, consume: () => Promise.reject(new Error("down")) };
  try {
    await expect(signIn(email, app.password)).rejects.toMatchObject({ message: "UNAVAILABLE" });
  } finally {
    app.services.limiter = limiter;
  }
});
