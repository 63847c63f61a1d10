import { users } from "@odys/db/schema/accounts";
import { outboxEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import type { EventType } from "@odys/shared/ops/events";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestApp } from "../../testing/app.ts";
import { createBrowser, type TestBrowser } from "../../testing/browser.ts";
import type { AuthGateway } from "./port.ts";

/** A driver at work, and the eyes that its own methods do not give. */
export type AuthHarness = {
  app: TestApp;
  auth: AuthGateway;
  /** The token of the newest link of this kind that was mailed to the address, or null. */
  mailed(email: string, kind: "verify" | "reset"): Promise<string | null>;
  /** Lets every link that was mailed so far run out. */
  expireLinks(): Promise<void>;
  close(): Promise<void>;
};

const PASSWORD = "uma senha bem comprida";

/** How every driver of AuthGateway behaves; each runs these same cases. */
export function authContract(driver: string, start: () => Promise<AuthHarness>): void {
  describe(`AuthGateway, ${driver}`, () => {
    let harness: AuthHarness;
    beforeAll(async () => {
      harness = await start();
    });
    afterAll(() => harness.close());

    const browser = () => createBrowser(harness.app);
    const fresh = () => `${newId()}@odys.test`;
    const row = async (email: string) => {
      const [found] = await harness.app.db.select().from(users).where(eq(users.email, email));
      return found;
    };
    const told = async (type: EventType, email: string) => {
      const user = await row(email);
      const events = await harness.app.db
        .select()
        .from(outboxEvents)
        .where(eq(outboxEvents.type, type));
      return events.filter(({ payload }) => payload["userId"] === user?.id).length;
    };
    const token = async (email: string, kind: "verify" | "reset") => {
      const found = await harness.mailed(email, kind);
      if (!found) throw new Error(`no ${kind} link was mailed`);
      return found;
    };
    const register = (email: string, password = PASSWORD, name = "Ana") =>
      browser().call((ctx) => harness.auth.register(ctx, { name, email, password, locale: "en" }));
    const signIn = (at: TestBrowser, email: string, password = PASSWORD) =>
      at.call((ctx) => harness.auth.signIn(ctx, { email, password }));
    const who = (at: TestBrowser) => at.call((ctx) => harness.auth.resolve(ctx));
    const confirm = (at: TestBrowser) => at.call((ctx) => harness.auth.confirm(ctx));
    const code = (wanted: string) => ({ name: "DomainError", code: wanted });
    /** Somebody registered, verified and signed in. */
    async function member() {
      const email = fresh();
      await register(email);
      const at = browser();
      const link = await token(email, "verify");
      const user = await at.call((ctx) => harness.auth.verifyEmail(ctx, link));
      return { email, at, user };
    }

    test("registering signs nobody in; the mailed link does, once, and proves the address", async () => {
      const email = fresh();
      const first = browser();
      await first.call((ctx) =>
        harness.auth.register(ctx, { name: "Ana", email, password: PASSWORD, locale: "en" }),
      );
      expect(await who(first)).toBeNull();
      expect(await row(email)).toMatchObject({ name: "Ana", locale: "en", emailVerified: false });
      expect(await told("accounts.email_verified", email)).toBe(0);

      const link = await token(email, "verify");
      const at = browser();
      const user = await at.call((ctx) => harness.auth.verifyEmail(ctx, link));
      expect(user).toMatchObject({ email, name: "Ana", emailVerified: true });
      expect(user.userId).toBe((await row(email))?.id);
      expect(await who(at)).toEqual(user);
      expect(await told("accounts.email_verified", email)).toBe(1);

      const again = browser().call((ctx) => harness.auth.verifyEmail(ctx, link));
      await expect(again).rejects.toMatchObject(code("LINK_EXPIRED"));
      await signIn(browser(), email);
      expect(await told("accounts.email_verified", email)).toBe(1);
    });

    test("links that ran out, were never mailed or are of the other kind open nothing", async () => {
      const email = fresh();
      await register(email);
      const verify = (link: string) => browser().call((ctx) => harness.auth.verifyEmail(ctx, link));
      const reset = (link: string) =>
        browser().call((ctx) =>
          harness.auth.resetPassword(ctx, { token: link, password: `${PASSWORD} 2` }),
        );
      await browser().call((ctx) => harness.auth.requestPasswordReset(ctx, email));
      await expect(verify("no-such-token-0123456789")).rejects.toMatchObject(code("LINK_EXPIRED"));
      await expect(reset("no-such-token-0123456789")).rejects.toMatchObject(code("LINK_EXPIRED"));
      await expect(verify(await token(email, "reset"))).rejects.toMatchObject(code("LINK_EXPIRED"));
      await expect(reset(await token(email, "verify"))).rejects.toMatchObject(code("LINK_EXPIRED"));
      await harness.expireLinks();
      await expect(verify(await token(email, "verify"))).rejects.toMatchObject(
        code("LINK_EXPIRED"),
      );
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
        harness.auth.register(ctx, {
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

    test("each sign-in is a new session, and ends the one the browser had", async () => {
      const { email, at, user } = await member();
      const before = createBrowser(harness.app);
      for (const [name, value] of at.jar) before.jar.set(name, value);
      const next = await signIn(at, email);
      expect(next.sessionId).not.toBe(user.sessionId);
      await expect(confirm(before)).rejects.toMatchObject(code("UNAUTHORIZED"));
      await confirm(at);
      expect(await who(at)).toEqual(next);
    });

    test("a cookie that somebody planted before the sign-in is worth nothing after it", async () => {
      const attacker = await member();
      const victim = await member();
      const planted = browser();
      for (const [name, value] of attacker.at.jar) planted.jar.set(name, value);
      await signIn(planted, victim.email);
      expect(await who(planted)).toMatchObject({ email: victim.email });
      await expect(confirm(attacker.at)).rejects.toMatchObject(code("UNAUTHORIZED"));
      for (const [name, value] of planted.jar) expect(attacker.at.jar.get(name)).not.toBe(value);
    });

    test("session cookies are HttpOnly, SameSite=Lax and for the whole site", async () => {
      const { at } = await member();
      const kept = at.received.filter((line) => !/max-age=0(;|$)/i.test(line));
      expect(kept.length).toBeGreaterThan(0);
      for (const line of kept) {
        expect(line).toMatch(/; HttpOnly/i);
        expect(line).toMatch(/; SameSite=Lax/i);
        expect(line).toMatch(/; Path=\/(;|$)/i);
        expect(line).not.toMatch(/; Domain=/i);
      }
    });

    test("cookies that nobody issued are nobody's", async () => {
      const { at } = await member();
      const forged = browser();
      for (const [name, value] of at.jar)
        forged.jar.set(name, `${value.slice(0, -12)}AAAAAAAAAAAA`);
      expect(await who(forged)).toBeNull();
      await expect(confirm(forged)).rejects.toMatchObject(code("UNAUTHORIZED"));
      for (const garbage of ["", "%", "a.b.c", "base64-!!!", "null", "[]"]) {
        for (const name of at.jar.keys()) forged.jar.set(name, garbage);
        expect(await who(forged)).toBeNull();
      }
    });

    test("signing out ends the session on the server too", async () => {
      const { at } = await member();
      const copy = browser();
      for (const [name, value] of at.jar) copy.jar.set(name, value);
      await at.call((ctx) => harness.auth.signOut(ctx));
      expect(await who(at)).toBeNull();
      await expect(confirm(copy)).rejects.toMatchObject(code("UNAUTHORIZED"));
      await at.call((ctx) => harness.auth.signOut(ctx));
    });

    test("a reset sets the password, ends every session, and its link works once", async () => {
      const { email, at } = await member();
      const elsewhere = browser();
      await signIn(elsewhere, email);
      await browser().call((ctx) => harness.auth.requestPasswordReset(ctx, email));
      const link = await token(email, "reset");
      const password = "outra senha bem comprida";
      const reset = () =>
        at.call((ctx) => harness.auth.resetPassword(ctx, { token: link, password }));
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
      await browser().call((ctx) => harness.auth.requestPasswordReset(ctx, email));
      const link = await token(email, "reset");
      await browser().call((ctx) =>
        harness.auth.resetPassword(ctx, { token: link, password: PASSWORD }),
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
        expect(await ask.call((ctx) => harness.auth.resendVerification(ctx, address))).toBe(
          undefined,
        );
        expect(await ask.call((ctx) => harness.auth.requestPasswordReset(ctx, address))).toBe(
          undefined,
        );
      }
      expect(await harness.mailed(unknown, "verify")).toBeNull();
      expect(await harness.mailed(unknown, "reset")).toBeNull();
      expect(await told("accounts.verification_requested", email)).toBeLessThanOrEqual(1);
    });

    test("a confirmation link can be mailed again", async () => {
      const email = fresh();
      await register(email);
      const first = await token(email, "verify");
      await browser().call((ctx) => harness.auth.resendVerification(ctx, email));
      const second = await token(email, "verify");
      expect(second).not.toBe(first);
      await browser().call((ctx) => harness.auth.verifyEmail(ctx, second));
      await signIn(browser(), email);
    });

    test("devices: the current one is listed, others can be ended, strangers' cannot", async () => {
      const { email, at, user } = await member();
      const stranger = await member();
      const other = browser();
      await signIn(other, email);
      const list = await at.call((ctx) => harness.auth.listDevices(ctx));
      expect(list.filter(({ current }) => current)).toMatchObject([
        { id: user.sessionId, userAgent: "Vitest", ipAddress: "192.0.2.1" },
      ]);
      for (const id of [newId(), stranger.user.sessionId]) {
        const revoke = at.call((ctx) => harness.auth.revokeDevice(ctx, id));
        await expect(revoke).rejects.toMatchObject(code("NOT_FOUND"));
      }
      await confirm(stranger.at);

      await at.call((ctx) => harness.auth.revokeOtherDevices(ctx));
      await expect(confirm(other)).rejects.toMatchObject(code("UNAUTHORIZED"));
      await confirm(at);
      await at.call((ctx) => harness.auth.revokeDevice(ctx, user.sessionId));
      expect(await who(at)).toBeNull();
      for (const call of [
        () => at.call((ctx) => harness.auth.listDevices(ctx)),
        () => at.call((ctx) => harness.auth.revokeOtherDevices(ctx)),
      ])
        await expect(call()).rejects.toMatchObject(code("UNAUTHORIZED"));
    });

    test("a code that this browser did not ask for is refused", async () => {
      const exchange = browser().call((ctx) => harness.auth.exchangeCode(ctx, newId()));
      await expect(exchange).rejects.toMatchObject(code("LINK_EXPIRED"));
    });

    test("what is written has its actor and request in the audit log", async () => {
      const email = fresh();
      await register(email);
      const user = await row(email);
      const rows = await harness.app.db.execute(
        sql`select actor, request_id from audit_log where table_name = 'users' and row_id = ${user?.id}`,
      );
      expect([...rows]).toMatchObject([{ actor: "guest", request_id: expect.any(String) }]);
    });
  });
}
