import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccountsApp, createAccountsApp } from "../../testing/accounts.ts";

let app: AccountsApp;
beforeAll(async () => {
  app = await createAccountsApp();
});
afterAll(() => app.close());

test("one's own devices, the current one marked, and nobody else's", async () => {
  const person = await app.member();
  await app.member();
  const other = app.visitor("198.51.100.1");
  await other.api((api) => api.accounts.signIn({ email: person.email, password: app.password }));
  const { items } = await person.api((api) => api.accounts.listDevices());
  expect(items.filter(({ current }) => current)).toHaveLength(1);
  expect(items).toHaveLength(2);
  expect(items.find(({ current }) => !current)).toMatchObject({
    ipAddress: "198.51.100.1",
    userAgent: "Vitest",
    createdAt: new Date(app.clock.now()).toISOString(),
  });
  for (const item of items) expect(item).not.toHaveProperty("token");
});

test("nobody signed in has none", async () => {
  const list = app.visitor().api((api) => api.accounts.listDevices());
  await expect(list).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});
