import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccountsApp, createAccountsApp } from "../../testing/accounts.ts";

let app: AccountsApp;
beforeAll(async () => {
  app = await createAccountsApp();
});
afterAll(() => app.close());

test("a link signs in, once", async () => {
  const email = `${newId()}@odys.test`;
  const { password } = app;
  await app.visitor().api((api) => api.accounts.register({ name: "Ana", email, password }));
  const token = await app.token(email, "verify");
  const at = app.visitor();
  const { user } = await at.api((api) => api.accounts.verifyEmail({ token }));
  expect(user).toMatchObject({ name: "Ana", email });
  expect(await at.api((api) => api.accounts.me())).toMatchObject({ user: { emailVerified: true } });
  const again = app.visitor().api((api) => api.accounts.verifyEmail({ token }));
  await expect(again).rejects.toMatchObject({ message: "LINK_EXPIRED" });
});

test("what is no token never reaches the driver", async () => {
  for (const token of ["short", "x".repeat(300), "'; drop table users; --------"]) {
    const attempt = app.visitor().api((api) => api.accounts.verifyEmail({ token }));
    await expect(attempt).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
});
