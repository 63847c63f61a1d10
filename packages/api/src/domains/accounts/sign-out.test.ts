import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccountsApp, createAccountsApp } from "../../testing/accounts.ts";

let app: AccountsApp;
beforeAll(async () => {
  app = await createAccountsApp();
});
afterAll(() => app.close());

test("the session ends on the server; doing it again, or without one, is no error", async () => {
  const person = await app.member();
  const copy = app.visitor();
  for (const [name, value] of person.jar) copy.jar.set(name, value);
  expect(await person.api((api) => api.accounts.signOut({}))).toEqual({ ok: true });
  expect(person.jar.size).toBe(0);
  expect(await copy.api((api) => api.accounts.me())).toBeNull();
  expect(await person.api((api) => api.accounts.signOut({}))).toEqual({ ok: true });
});
