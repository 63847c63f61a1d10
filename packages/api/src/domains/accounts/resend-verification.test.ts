import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccountsApp, createAccountsApp } from "../../testing/accounts.ts";

let app: AccountsApp;
beforeAll(async () => {
  app = await createAccountsApp();
});
afterAll(() => app.close());

test("a new link for who waits for one, silence for the others, one answer for all", async () => {
  const waiting = `${newId()}@odys.test`;
  const unknown = `${newId()}@odys.test`;
  const { password } = app;
  const member = await app.member();
  const before = await app.token(member.email, "verify");
  await app
    .visitor()
    .api((api) => api.accounts.register({ name: "Ana", email: waiting, password }));
  const first = await app.token(waiting, "verify");
  for (const email of [waiting, unknown, member.email]) {
    const answer = await app.visitor().api((api) => api.accounts.resendVerification({ email }));
    expect(answer).toEqual({ ok: true });
  }
  const second = await app.token(waiting, "verify");
  expect(second).not.toBe(first);
  expect(await app.token(unknown, "verify")).toBe("");
  expect(await app.token(member.email, "verify")).toBe(before);
});
