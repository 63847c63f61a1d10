import { authAccounts, authSessions } from "@odys/db/schema/accounts";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AccountsApp, createAccountsApp } from "../../testing/accounts.ts";
import { reportOf } from "../../trpc/errors.ts";
import { hashPassword } from "./password.ts";

let app: AccountsApp;
beforeAll(async () => {
  app = await createAccountsApp({ max: 20 });
});
afterAll(() => app.close());

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "OK",
    (error: unknown) => reportOf(error).code,
  );

it("who signs in with the old password while it is being reset has no session afterwards", async () => {
  const { email, userId } = await app.member();
  const password = await hashPassword("a new one, long enough");
  const thief = app.visitor();
  let signing: Promise<string> | undefined;
  await app.db.transaction(async (tx) => {
    // As far as a reset comes before its commit.
    await tx.update(authAccounts).set({ password }).where(eq(authAccounts.userId, userId));
    await tx.delete(authSessions).where(eq(authSessions.userId, userId));
    signing = codeOf(thief.api((api) => api.accounts.signIn({ email, password: app.password })));
    await Promise.race([signing, new Promise((resolve) => setTimeout(resolve, 1_000))]);
  });
  expect(await signing).toBe("INVALID_CREDENTIALS");
  expect(await app.db.$count(authSessions, eq(authSessions.userId, userId))).toBe(0);
});

it("of many who use one reset link at once, one does", async () => {
  const { email } = await app.member();
  await app.visitor().api((api) => api.accounts.requestPasswordReset({ email }));
  const token = await app.token(email, "reset");
  const codes = await Promise.all(
    Array.from({ length: 5 }, (_, n) =>
      codeOf(
        app
          .visitor()
          .api((api) =>
            api.accounts.resetPassword({ token, password: `number ${n}, long enough` }),
          ),
      ),
    ),
  );
  expect(codes.toSorted()).toEqual([
    "LINK_EXPIRED",
    "LINK_EXPIRED",
    "LINK_EXPIRED",
    "LINK_EXPIRED",
    "OK",
  ]);
});
