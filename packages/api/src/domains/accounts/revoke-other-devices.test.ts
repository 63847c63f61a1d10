import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccountsApp, createAccountsApp } from "../../testing/accounts.ts";

let app: AccountsApp;
beforeAll(async () => {
  app = await createAccountsApp();
});
afterAll(() => app.close());

test("all sessions but the current one end", async () => {
  const person = await app.member();
  const stranger = await app.member();
  const other = app.visitor();
  await other.api((api) => api.accounts.signIn({ email: person.email, password: app.password }));
  await person.api((api) => api.accounts.revokeOtherDevices({}));
  expect(await other.api((api) => api.accounts.me())).toBeNull();
  expect(await person.api((api) => api.accounts.me())).not.toBeNull();
  expect(await stranger.api((api) => api.accounts.me())).not.toBeNull();
  const anonymous = app.visitor().api((api) => api.accounts.revokeOtherDevices({}));
  await expect(anonymous).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});
