import { sql } from "drizzle-orm";
import { newId } from "@odys/shared/kernel/ids";
import { expect, test } from "vitest";
import type { AuthHarness } from "../contract.ts";
import { code, PASSWORD, type ContractPeople } from "./people.ts";

/** Registering, mailed links, resets: who gets an account, and what nobody is told. */
export function registrationCases(harness: () => AuthHarness, people: ContractPeople): void {
  const { browser, fresh, row, told, token, register, signIn, who, confirm, member } = people;

  test("registering signs nobody in; the mailed link does, once, and proves the address", async () => {
    const email = fresh();
    const first = browser();
    await first.call((ctx) =>
      harness().auth.register(ctx, { name: "Ana", email, password: PASSWORD, locale: "en" }),
    );
    expect(await who(first)).toBeNull();
    expect(await row(email)).toMatchObject({ name: "Ana", locale: "en", emailVerified: false });
    expect(await told("accounts.email_verified", email)).toBe(0);

    const link = await token(email, "verify");
    const at = browser();
    const user = await at.call((ctx) => harness().auth.verifyEmail(ctx, link));
    expect(user).toMatchObject({ email, name: "Ana", emailVerified: true });
    expect(user.userId).toBe((await row(email))?.id);
    expect(await who(at)).toEqual(user);
    expect(await told("accounts.email_verified", email)).toBe(1);

    const again = browser().call((ctx) => harness().auth.verifyEmail(ctx, link));
    await expect(again).rejects.toMatchObject(code("LINK_EXPIRED"));
    await signIn(browser(), email);
    expect(await told("accounts.email_verified", email)).toBe(1);
  });

  test("links that ran out, were never mailed or are of the other kind open nothing", async () => {
    const email = fresh();
    await register(email);
    const verify = (link: string) => browser().call((ctx) => harness().auth.verifyEmail(ctx, link));
    const reset = (link: string) =>
      browser().call((ctx) =>
        harness().auth.resetPassword(ctx, { token: link, password: `${PASSWORD} 2` }),
      );
    await browser().call((ctx) => harness().auth.requestPasswordReset(ctx, email));
    await expect(verify("no-such-token-0123456789")).rejects.toMatchObject(code("LINK_EXPIRED"));
    await expect(reset("no-such-token-0123456789")).rejects.toMatchObject(code("LINK_EXPIRED"));
    await expect(verify(await token(email, "reset"))).rejects.toMatchObject(code("LINK_EXPIRED"));
    await expect(reset(await token(email, "verify"))).rejects.toMatchObject(code("LINK_EXPIRED"));
    await harness().expireLinks();
    await expect(verify(await token(email, "verify"))).rejects.toMatchObject(code("LINK_EXPIRED"));
    await expect(reset(await token(email, "reset"))).rejects.toMatchObject(code("LINK_EXPIRED"));
    expect(await row(email)).toMatchObject({ emailVerified: false });
  });

  test("only who knows the password hears that the address is not verified", async () => {
    const email = fresh();
    await register(email);
    await expect(signIn(browser(), email)).rejects.toMatchObject(code("EMAIL_NOT_VERIFIED"));
    await expect(signIn(browser(), email, "another one")).rejects.toMatchObject(
      code("INVALID_CREDENTIALS"),
    );
    await expect(signIn(browser(), fresh())).rejects.toMatchObject(code("INVALID_CREDENTIALS"));
  });

  test("registering a known address answers the same, changes nothing and tells its owner", async () => {
    const { email } = await member();
    const at = browser();
    const answer = await at.call((ctx) =>
      harness().auth.register(ctx, {
        name: "Mallory",
        email,
        password: "mallory was here",
        locale: "en",
      }),
    );
    expect(answer).toBeUndefined();
    expect(await who(at)).toBeNull();
    expect(await told("accounts.register_repeated", email)).toBe(1);
    expect(await row(email)).toMatchObject({ name: "Ana" });
    await expect(signIn(browser(), email, "mallory was here")).rejects.toMatchObject(
      code("INVALID_CREDENTIALS"),
    );
    await signIn(browser(), email);
  });

  test("a reset sets the password, ends every session, and its link works once", async () => {
    const { email, at } = await member();
    const elsewhere = browser();
    await signIn(elsewhere, email);
    await browser().call((ctx) => harness().auth.requestPasswordReset(ctx, email));
    const link = await token(email, "reset");
    const password = "outra senha bem comprida";
    const reset = () =>
      at.call((ctx) => harness().auth.resetPassword(ctx, { token: link, password }));
    await reset();
    await expect(confirm(elsewhere)).rejects.toMatchObject(code("UNAUTHORIZED"));
    expect(await who(at)).toBeNull();
    await expect(reset()).rejects.toMatchObject(code("LINK_EXPIRED"));
    await expect(signIn(browser(), email)).rejects.toMatchObject(code("INVALID_CREDENTIALS"));
    await signIn(browser(), email, password);
  });

  test("a reset link came by mail, so it proves the address as well", async () => {
    const email = fresh();
    await register(email, "chosen by somebody else");
    await browser().call((ctx) => harness().auth.requestPasswordReset(ctx, email));
    const link = await token(email, "reset");
    await browser().call((ctx) =>
      harness().auth.resetPassword(ctx, { token: link, password: PASSWORD }),
    );
    expect(await row(email)).toMatchObject({ emailVerified: true });
    expect(await told("accounts.email_verified", email)).toBe(1);
    await expect(signIn(browser(), email, "chosen by somebody else")).rejects.toMatchObject(
      code("INVALID_CREDENTIALS"),
    );
    await signIn(browser(), email);
  });

  test("asking for mails tells nobody which addresses exist", async () => {
    const unknown = fresh();
    const { email } = await member();
    for (const address of [unknown, email]) {
      const ask = browser();
      expect(await ask.call((ctx) => harness().auth.resendVerification(ctx, address))).toBe(
        undefined,
      );
      expect(await ask.call((ctx) => harness().auth.requestPasswordReset(ctx, address))).toBe(
        undefined,
      );
    }
    expect(await harness().mailed(unknown, "verify")).toBeNull();
    expect(await harness().mailed(unknown, "reset")).toBeNull();
    expect(await told("accounts.verification_requested", email)).toBeLessThanOrEqual(1);
  });

  test("a confirmation link can be mailed again", async () => {
    const email = fresh();
    await register(email);
    const first = await token(email, "verify");
    await browser().call((ctx) => harness().auth.resendVerification(ctx, email));
    const second = await token(email, "verify");
    expect(second).not.toBe(first);
    await browser().call((ctx) => harness().auth.verifyEmail(ctx, second));
    await signIn(browser(), email);
  });

  test("a code that this browser did not ask for is refused", async () => {
    const exchange = browser().call((ctx) => harness().auth.exchangeCode(ctx, newId()));
    await expect(exchange).rejects.toMatchObject(code("LINK_EXPIRED"));
  });

  test("what is written has its actor and request in the audit log", async () => {
    const email = fresh();
    await register(email);
    const user = await row(email);
    const rows = await harness().app.db.execute(
      sql`select actor, request_id from audit_log where table_name = 'users' and row_id = ${user?.id}`,
    );
    expect([...rows]).toMatchObject([{ actor: "guest", request_id: expect.any(String) }]);
  });
}
