import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccountsApp, createAccountsApp } from "../../testing/accounts.ts";

let app: AccountsApp;
beforeAll(async () => {
  app = await createAccountsApp();
});
afterAll(() => app.close());

test("a link for who has an account, one answer for everybody", async () => {
  const member = await app.member();
  const unknown = `${newId()}@odys.test`;
  for (const email of [member.email, unknown]) {
    const answer = await app.visitor().api((api) => api.accounts.requestPasswordReset({ email }));
    expect(answer).toEqual({ ok: true });
  }
  expect(await app.token(member.email, "reset")).not.toBe("");
  expect(await app.token(unknown, "reset")).toBe("");
});
