import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccountsApp, createAccountsApp } from "../../testing/accounts.ts";

let app: AccountsApp;
beforeAll(async () => {
  app = await createAccountsApp();
});
afterAll(() => app.close());

test("a link sets the password once and ends every session", async () => {
  const person = await app.member();
  const { email } = person;
  await app.visitor().api((api) => api.accounts.requestPasswordReset({ email }));
  const token = await app.token(email, "reset");
  const password = "outra senha bem comprida";
  const reset = (given: string) =>
    app.visitor().api((api) => api.accounts.resetPassword({ token, password: given }));

  await expect(reset("password123")).rejects.toMatchObject({ message: "PASSWORD_TOO_COMMON" });
  expect(await reset(password)).toEqual({ ok: true });
  await expect(reset(password)).rejects.toMatchObject({ message: "LINK_EXPIRED" });
  expect(await person.api((api) => api.accounts.me())).toBeNull();
  const signIn = (given: string) =>
    app.visitor().api((api) => api.accounts.signIn({ email, password: given }));
  await expect(signIn(app.password)).rejects.toMatchObject({ message: "INVALID_CREDENTIALS" });
  await signIn(password);
});
