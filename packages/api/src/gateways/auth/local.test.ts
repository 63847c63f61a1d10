import { authVerifications, authAccounts, authSessions, users } from "@odys/db/schema/accounts";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emit } from "../../domains/ops/index.ts";
import { mailedLink } from "../../testing/accounts.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { createBrowser } from "../../testing/browser.ts";
import { type AuthHarness, authContract } from "./contract.ts";
import { createLocalAuth } from "./local.ts";
import type { AuthGateway } from "./port.ts";

const SECRET = "a secret of tests, at least 32 characters";
const ORIGIN = "http://odys.test";
async function start(): Promise<AuthHarness> {
  const app = await createTestApp();
  const { db, clock } = app;
  const auth = createLocalAuth({ db, clock, secret: SECRET, origin: ORIGIN, deliver: emit });
  return {
    app,
    auth,
    async mailed(email, kind) {
      const url = await mailedLink(app, email, kind);
      if (url) expect(url.href).toMatch(new RegExp(`^${ORIGIN}/${kind}\\?token=[\\w-]{24,}$`));
      return url?.searchParams.get("token") ?? null;
    },
    expireLinks: async () =>
      void (await db.update(authVerifications).set({ expiresAt: new Date(0) })),
    close: () => app.close(),
  };
}

authContract("local", start);

describe("local driver", () => {
  let harness: AuthHarness;
  let app: TestApp;
  let auth: AuthGateway;
  beforeAll(async () => {
    harness = await start();
    ({ app, auth } = harness);
  });
  afterAll(() => harness.close());

  const register = (email: string, password: string, name = "Ana") =>
    createBrowser(app).call((ctx) =>
      auth.register(ctx, { name, email, password, locale: "pt-BR" }),
    );
  const link = async (email: string) => (await harness.mailed(email, "verify")) ?? "";
  async function member(at = createBrowser(app)) {
    const email = `${newId()}@odys.test`;
    await register(email, "uma senha bem comprida");
    const token = await link(email);
    return { email, at, user: await at.call((ctx) => auth.verifyEmail(ctx, token)) };
  }

  test("C1: who registered an address first does not get the account of who proves it", async () => {
    const email = `${newId()}@odys.test`;
    await register(email, "the attacker's password", "Mallory");
    await register(email, "the owner's password", "Vera");
    const signIn = (password: string) =>
      createBrowser(app).call((ctx) => auth.signIn(ctx, { email, password }));
    // Two claims and no proof: no password opens anything.
    for (const password of ["the attacker's password", "the owner's password"])
      await expect(signIn(password)).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
    const token = await link(email);
    const user = await createBrowser(app).call((ctx) => auth.verifyEmail(ctx, token));
    expect(user.name).toBe("Vera");
    await signIn("the owner's password");
    await expect(signIn("the attacker's password")).rejects.toMatchObject({
      code: "INVALID_CREDENTIALS",
    });
  });

  test("C1: of two links that were mailed, the first one used decides and the other is dead", async () => {
    const email = `${newId()}@odys.test`;
    await register(email, "the attacker's password", "Mallory");
    const first = await link(email);
    await register(email, "the owner's password", "Vera");
    const second = await link(email);
    await createBrowser(app).call((ctx) => auth.verifyEmail(ctx, second));
    const late = createBrowser(app).call((ctx) => auth.verifyEmail(ctx, first));
    await expect(late).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await createBrowser(app).call((ctx) =>
      auth.signIn(ctx, { email, password: "the owner's password" }),
    );
  });

  test("two registrations of one address at once make one account and no error", async () => {
    const email = `${newId()}@odys.test`;
    await Promise.all([1, 2, 3, 4].map((n) => register(email, `password number ${n}`)));
    const rows = await app.db.select().from(users).where(eq(users.email, email));
    expect(rows).toHaveLength(1);
    const token = await link(email);
    await createBrowser(app).call((ctx) => auth.verifyEmail(ctx, token));
  });

  test("of two uses of one link at once, one signs in", async () => {
    const email = `${newId()}@odys.test`;
    await register(email, "uma senha bem comprida");
    const token = await link(email);
    const uses = await Promise.allSettled(
      [1, 2, 3].map(() => createBrowser(app).call((ctx) => auth.verifyEmail(ctx, token))),
    );
    expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("passwords are argon2id with 19 MiB and 2 passes; links and tokens are not kept in clear", async () => {
    const { email, user } = await member();
    const [account] = await app.db
      .select()
      .from(authAccounts)
      .where(eq(authAccounts.userId, user.userId));
    expect(account).toMatchObject({ providerId: "credential", accountId: user.userId });
    expect(account?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);

    await createBrowser(app).call((ctx) => auth.requestPasswordReset(ctx, email));
    const token = (await harness.mailed(email, "reset")) ?? "";
    const kept = JSON.stringify(await app.db.select().from(authVerifications));
    expect(kept).not.toContain(token);
  });

  test("a token that was read in the database opens nothing without its signature", async () => {
    const { at, user } = await member();
    const [session] = await app.db
      .select()
      .from(authSessions)
      .where(eq(authSessions.id, user.sessionId));
    const [name = "", value = ""] = [...at.jar][0] ?? [];
    expect(value.split(".", 1)[0]).toBe(session?.token);
    const thief = createBrowser(app);
    const other = await member();
    const signature = [...other.at.jar.values()][0]?.split(".")[1] ?? "";
    thief.jar.set(name, `${session?.token}.${signature}`);
    expect(await thief.call((ctx) => auth.resolve(ctx))).toBeNull();
  });

  test("a request without a rightly signed cookie costs no query, one with it costs one", async () => {
    const { at } = await member();
    let queries = 0;
    const counting = new Proxy(app.sql, {
      get(target, key) {
        if (key === "unsafe") queries += 1;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const { drizzle } = await import("drizzle-orm/postgres-js");
    const counted = createLocalAuth({
      db: drizzle(counting),
      clock: app.clock,
      secret: SECRET,
      origin: ORIGIN,
      deliver: emit,
    });
    const forged = createBrowser(app);
    for (const [name, value] of at.jar) forged.jar.set(name, `${value.slice(0, -4)}AAAA`);
    for (const nobody of [createBrowser(app), forged])
      expect(await nobody.call((ctx) => counted.resolve(ctx))).toBeNull();
    expect(queries).toBe(0);
    expect(await at.call((ctx) => counted.resolve(ctx))).not.toBeNull();
    expect(queries).toBe(1);
  });

  test("a session lives for 30 days after its last use", async () => {
    const { at, user } = await member();
    const seen = async () =>
      (await app.db.select().from(authSessions).where(eq(authSessions.id, user.sessionId)))[0];
    const start = app.clock.now();
    const first = await seen();
    const day = 24 * 60 * 60 * 1000;
    try {
      app.clock.advance(29 * day);
      expect(await at.call((ctx) => auth.resolve(ctx))).not.toBeNull();
      expect((await seen())?.updatedAt.getTime()).toBe(app.clock.now());
      expect((await seen())?.expiresAt.getTime()).toBe(
        (first?.expiresAt.getTime() ?? 0) + 29 * day,
      );
      app.clock.advance(30 * day);
      expect(await at.call((ctx) => auth.resolve(ctx))).toBeNull();
    } finally {
      app.clock.set(new Date(start).toISOString());
    }
  });

  test("on https the cookie is Secure and bound to the host", async () => {
    const https = createLocalAuth({
      db: app.db,
      clock: app.clock,
      secret: SECRET,
      origin: "https://odys.test",
      deliver: emit,
    });
    const { email } = await member();
    const at = createBrowser(app);
    await at.call((ctx) => https.signIn(ctx, { email, password: "uma senha bem comprida" }));
    expect(at.received).toEqual([
      expect.stringMatching(/^__Host-odys_session=.*; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
    ]);
  });
});
