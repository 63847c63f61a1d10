import { users } from "@odys/db/schema/accounts";
import { testEnv } from "@odys/db/testing/env";
import { newId } from "@odys/shared/kernel/ids";
import { createServerClient, parseCookieHeader } from "@supabase/ssr";
import { createClient } from "@supabase/supabase-js";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emit } from "../../domains/ops/index.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { createBrowser } from "../../testing/browser.ts";
import { type AuthHarness, authContract } from "./contract.ts";
import { startGoTrueFake } from "./testing/gotrue-fake.ts";
import type { AuthGateway } from "./port.ts";
import { createSupabaseAuth } from "./supabase.ts";

const origin = "http://odys.test";
const KINDS = { verify: "signup", reset: "recovery" } as const;
type GoTrue = Awaited<ReturnType<typeof startGoTrueFake>>;

async function startFake(): Promise<AuthHarness & { server: GoTrue }> {
  const [app, server] = await Promise.all([createTestApp(), startGoTrueFake()]);
  const { url, anonKey, fake } = server;
  return {
    app,
    server,
    auth: createSupabaseAuth({ db: app.db, clock: app.clock, url, anonKey, origin, deliver: emit }),
    mailed: async (email, kind) =>
      fake.mails.findLast(({ to, type }) => to === email && type === KINDS[kind])?.tokenHash ??
      null,
    expireLinks: async () => fake.links.forEach((link) => (link.sentAt = 0)),
    close: async () => void (await Promise.all([app.close(), server.close()])),
  };
}

/** A project of one's own. Its mails go nowhere: the links come from its admin interface. */
async function startReal(given: {
  url: string;
  anonKey: string;
  serviceKey: string;
}): Promise<AuthHarness> {
  const app = await createTestApp();
  const { url, anonKey, serviceKey } = given;
  const { admin } = createClient(url, serviceKey, { auth: { persistSession: false } }).auth;
  const expired = new Set<string>();
  const kept = new Map<string, string>();
  return {
    app,
    auth: createSupabaseAuth({ db: app.db, clock: app.clock, url, anonKey, origin, deliver: emit }),
    async mailed(email, kind) {
      const known = kept.get(`${kind} ${email}`);
      if (known && expired.has(known)) return known;
      const [user] = await app.db.select().from(users).where(eq(users.email, email));
      if (!user) return null;
      const link =
        kind === "reset"
          ? await admin.generateLink({ type: "recovery", email })
          : await admin.generateLink({ type: "signup", email, password: newId() });
      const token = link.data.properties?.hashed_token ?? null;
      if (token) kept.set(`${kind} ${email}`, token);
      return token;
    },
    // Asking for another link of the kind makes the last one void.
    async expireLinks() {
      for (const [key, token] of kept) {
        const [kind, email = ""] = key.split(" ");
        if (kind === "reset") await admin.generateLink({ type: "recovery", email });
        else await admin.generateLink({ type: "signup", email, password: newId() });
        expired.add(token);
      }
    },
    close: () => app.close(),
  };
}

const real = testEnv().supabase;
authContract("supabase", real ? () => startReal(real) : startFake);

describe("supabase driver", () => {
  let app: TestApp;
  let auth: AuthGateway;
  let server: GoTrue;
  let harness: Awaited<ReturnType<typeof startFake>>;
  beforeAll(async () => {
    harness = await startFake();
    ({ app, auth, server } = harness);
  });
  afterAll(() => harness.close());

  async function member(password = "uma senha bem comprida") {
    const email = `${newId()}@odys.test`;
    const at = createBrowser(app);
    await at.call((ctx) => auth.register(ctx, { name: "Ana", email, password, locale: "en" }));
    const token = (await harness.mailed(email, "verify")) ?? "";
    return { email, at, user: await at.call((ctx) => auth.verifyEmail(ctx, token)) };
  }

  test("a read is verified with the published keys and asks the server nothing", async () => {
    const { at } = await member();
    await at.call((ctx) => auth.resolve(ctx));
    const before = server.asked.length;
    expect(await at.call((ctx) => auth.resolve(ctx))).not.toBeNull();
    expect(await createBrowser(app).call((ctx) => auth.resolve(ctx))).toBeNull();
    expect(server.asked.slice(before)).toEqual([]);
  });

  test("an access token that ran out is renewed, and the browser gets the new one", async () => {
    const { at, user } = await member();
    const before = [...at.jar];
    const expired = [...at.jar].map(([name, value]) => {
      const session = JSON.parse(
        Buffer.from(value.replace("base64-", ""), "base64url").toString(),
      ) as Record<string, unknown>;
      const old = JSON.stringify({ ...session, expires_at: 1 });
      return [name, `base64-${Buffer.from(old).toString("base64url")}`] as const;
    });
    for (const [name, value] of expired) at.jar.set(name, value);
    expect(await at.call((ctx) => auth.resolve(ctx))).toEqual(user);
    expect([...at.jar]).not.toEqual(expired);
    expect([...at.jar]).not.toEqual(before);
    await at.call((ctx) => auth.confirm(ctx));
  });

  test("PKCE: the code of a mailed link signs in the browser that registered, and no other", async () => {
    const email = `${newId()}@odys.test`;
    const at = createBrowser(app);
    await at.call((ctx) =>
      auth.register(ctx, { name: "Ana", email, password: "uma senha bem comprida", locale: "en" }),
    );
    const token = (await harness.mailed(email, "verify")) ?? "";
    const link = `${server.url}/auth/v1/verify?type=signup&token=${token}&redirect_to=${origin}/api/auth/callback`;
    const answer = await fetch(link, { redirect: "manual" });
    const code = new URL(answer.headers.get("location") ?? "").searchParams.get("code") ?? "";
    const other = createBrowser(app).call((ctx) => auth.exchangeCode(ctx, code));
    await expect(other).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    const user = await at.call((ctx) => auth.exchangeCode(ctx, code));
    expect(user).toMatchObject({ email, emailVerified: true });
    expect(await at.call((ctx) => auth.resolve(ctx))).toEqual(user);
  });

  test("C1: a project that confirms addresses without proof opens no account", async () => {
    const lax = await startFake();
    lax.server.fake.settings.autoconfirm = true;
    try {
      const email = `${newId()}@odys.test`;
      const input = { name: "Mallory", email, password: "uma senha bem comprida" };
      const register = createBrowser(lax.app).call((ctx) =>
        lax.auth.register(ctx, { ...input, locale: "en" }),
      );
      await expect(register).rejects.toMatchObject({ code: "UNAVAILABLE" });

      // Registered behind our back, as the public key allows anybody to do.
      const outside = createClient(lax.server.url, lax.server.anonKey);
      const { data } = await outside.auth.signUp(input);
      expect(data.user?.email_confirmed_at).toBeTruthy();
      const at = createBrowser(lax.app);
      const signIn = at.call((ctx) => lax.auth.signIn(ctx, input));
      await expect(signIn).rejects.toMatchObject({ code: "EMAIL_NOT_VERIFIED" });
      expect(await at.call((ctx) => lax.auth.resolve(ctx))).toBeNull();
      const [row] = await lax.app.db.select().from(users).where(eq(users.email, email));
      expect(row?.emailVerified).toBe(false);
    } finally {
      await lax.close();
    }
  });

  test("what people write about themselves proves nothing", async () => {
    const { at, user } = await member();
    await app.db.update(users).set({ emailVerified: false }).where(eq(users.id, user.userId));
    const stored = server.fake.users.get(user.userId);
    if (stored) stored.metadata = { name: "Ana", email_verified: true, role: "admin" };
    expect(await at.call((ctx) => auth.resolve(ctx))).toMatchObject({ emailVerified: false });
  });

  test("a server that does not answer is UNAVAILABLE, and nobody is signed in by it", async () => {
    const down = await startFake();
    const email = `${newId()}@odys.test`;
    await down.server.close();
    const input = { email, password: "uma senha bem comprida" };
    const nobody = () => createBrowser(down.app);
    for (const call of [
      () => nobody().call((ctx) => down.auth.signIn(ctx, input)),
      () => nobody().call((ctx) => down.auth.requestPasswordReset(ctx, email)),
      () =>
        nobody().call((ctx) => down.auth.register(ctx, { ...input, name: "Ana", locale: "en" })),
    ])
      await expect(call()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await down.app.close();
  });

  test("another's sessions are ended in the project's own database, and only where it is", async () => {
    const [one, other] = [newId(), newId()];
    const end = () => createBrowser(app).call((ctx) => auth.endSessions(ctx, one));
    await expect(end()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await app.db.execute(
      sql`create table auth.sessions (id uuid primary key, user_id uuid not null)`,
    );
    await app.db.execute(
      sql`insert into auth.sessions values (${newId()}, ${one}), (${newId()}, ${one}), (${newId()}, ${other})`,
    );
    await end();
    const left = await app.db.execute<{ user_id: string }>(sql`select user_id from auth.sessions`);
    expect([...left]).toEqual([{ user_id: other }]);
  });

  test("the session's cookies are those that @supabase/ssr reads elsewhere", async () => {
    const { at, user } = await member();
    const cookie = [...at.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const client = createServerClient(server.url, server.anonKey, {
      cookies: {
        getAll: () =>
          parseCookieHeader(cookie).map(({ name, value }) => ({ name, value: value ?? "" })),
        setAll: () => {},
      },
    });
    const { data } = await client.auth.getClaims();
    expect(data?.claims.sub).toBe(user.userId);
  });
});
