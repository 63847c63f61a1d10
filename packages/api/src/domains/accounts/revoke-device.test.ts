import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccountsApp, createAccountsApp } from "../../testing/accounts.ts";

let app: AccountsApp;
beforeAll(async () => {
  app = await createAccountsApp();
});
afterAll(() => app.close());

test("one ends one's own sessions; another's is not found and goes on", async () => {
  const person = await app.member();
  const stranger = await app.member();
  const [theirs] = (await stranger.api((api) => api.accounts.listDevices())).items;
  const id = theirs?.id ?? "";
  const steal = person.api((api) => api.accounts.revokeDevice({ id }));
  await expect(steal).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await stranger.api((api) => api.accounts.me())).not.toBeNull();

  await stranger.api((api) => api.accounts.revokeDevice({ id }));
  expect(await stranger.api((api) => api.accounts.me())).toBeNull();
  const anonymous = app.visitor().api((api) => api.accounts.revokeDevice({ id }));
  await expect(anonymous).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});
