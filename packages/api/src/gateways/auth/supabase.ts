import type { Db } from "@odys/db/client";
import { users } from "@odys/db/schema/accounts";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Locale } from "@odys/shared/kernel/wire";
import type { User } from "@supabase/supabase-js";
import { eq } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { type Clock, systemClock } from "../../kernel/ports.ts";
import { asSystem, withSystemTransaction } from "../../kernel/transaction.ts";
import type { AuthCall, AuthGateway, Deliver, SessionUser } from "./port.ts";
import { mailWasJustSent, supabaseClients, toDomain } from "./supabase-client.ts";

export type SupabaseAuthOptions = {
  db: Db;
  /** Of the project, without a path. */
  url: string;
  anonKey: string;
  /** Public origin of the app; cookies are Secure when it is https. */
  origin: string;
  clock?: Clock;
  /** For each request to the project. Default 10 000. */
  timeoutMs?: number;
  deliver: Deliver;
};

/**
 * Supabase's auth server. It keeps passwords and sessions; the row in `users` mirrors who they are,
 * and role, locale and whether an address was proven are ours. Its mails are its own: their
 * templates link to `{{ .SiteURL }}/verify?token={{ .TokenHash }}` and
 * `{{ .SiteURL }}/reset?token={{ .TokenHash }}`, pages whose button uses the token up, because mail
 * scanners open links. Reads trust tokens verified against the project's published keys
 * (`getClaims`), sensitive writes ask the server (`getUser`), nothing trusts `getSession`.
 */
export function createSupabaseAuth(options: SupabaseAuthOptions): AuthGateway {
  const { db, origin, deliver, clock = systemClock } = options;
  const { open, sessionIdOf, hasSession, forget, confirmsByMail } = supabaseClients(options);

  /**
   * Keeps the row in `users` true. `proven`: the person has just shown, or the project vouches, that
   * the mailbox is theirs; it is never taken back, and told the first time.
   */
  async function mirror(
    ctx: Ctx,
    user: User,
    proven: boolean,
    first: { name?: string; locale?: Locale } = {},
  ) {
    const email = user.email?.toLowerCase();
    if (!email) throw new DomainError("UNAUTHORIZED");
    return withSystemTransaction(ctx, async (tx, inner) => {
      const [before] = await tx.select().from(users).where(eq(users.id, user.id)).for("update");
      // Another address is proven anew.
      const kept = before?.email === email && before.emailVerified;
      const given: unknown = user.user_metadata["name"];
      const name = first.name ?? (typeof given === "string" ? given.slice(0, 120) : email);
      const [row] = await tx
        .insert(users)
        .values({
          id: user.id,
          email,
          emailVerified: proven,
          name,
          locale: first.locale ?? ctx.locale,
        })
        .onConflictDoUpdate({ target: users.id, set: { email, emailVerified: kept || proven } })
        .returning();
      if (!row) throw new DomainError("INTERNAL");
      if (proven && !kept) await deliver(inner, "accounts.email_verified", { userId: row.id });
      return row;
    });
  }

  /** What the project says of an address counts only where the project asks for proof. */
  const vouched = async (user: User) =>
    Boolean(user.email_confirmed_at) && (await confirmsByMail());

  async function resolve(call: AuthCall): Promise<SessionUser | null> {
    if (!hasSession(call.headers)) return null;
    const { data, error } = await open(call).auth.getClaims();
    if (error && toDomain(error).code === "UNAVAILABLE") throw toDomain(error);
    if (!data || error) return null;
    const { sub, session_id: sessionId } = data.claims;
    const [row] = await asSystem({ db }).select().from(users).where(eq(users.id, sub));
    if (!row) return null;
    const { id: userId, email, emailVerified, name } = row;
    return { userId, sessionId, email, emailVerified, name };
  }

  async function confirm(call: AuthCall): Promise<void> {
    if (!hasSession(call.headers)) throw new DomainError("UNAUTHORIZED");
    const { error } = await open(call).auth.getUser();
    if (error) throw toDomain(error, "UNAUTHORIZED");
  }

  async function current(call: AuthCall): Promise<SessionUser> {
    await confirm(call);
    const user = await resolve(call);
    if (!user) throw new DomainError("UNAUTHORIZED");
    return user;
  }

  /**
   * Runs a flow that ends in a session. Its cookies reach the browser only when all of it went well,
   * and the session that the request came with ends.
   */
  async function enter(
    ctx: Ctx,
    flow: (client: ReturnType<typeof open>) => Promise<{ user: User; proven: boolean }>,
  ): Promise<SessionUser> {
    if (ctx.open) throw new TypeError("the auth gateway opens its own transactions");
    const responseHeaders = new Headers();
    const client = open({ ...ctx, responseHeaders });
    const old = hasSession(ctx.headers) ? await client.auth.getSession() : null;
    const { user, proven } = await flow(client);
    const row = await mirror(ctx, user, proven);
    const { data, error } = await client.auth.getClaims();
    if (!data) throw toDomain(error, "UNAUTHORIZED");
    if (!row.emailVerified) {
      await client.auth.signOut({ scope: "local" });
      throw new DomainError("EMAIL_NOT_VERIFIED");
    }
    const oldToken = old?.data.session?.access_token;
    if (oldToken && sessionIdOf(oldToken) !== data.claims.session_id)
      await client.auth.admin.signOut(oldToken, "local");
    for (const line of responseHeaders.getSetCookie())
      ctx.responseHeaders.append("set-cookie", line);
    const { id: userId, email, emailVerified, name } = row;
    return { userId, sessionId: data.claims.session_id, email, emailVerified, name };
  }

  return {
    driver: "supabase",

    async register(ctx, { name, email, password, locale }) {
      if (!(await confirmsByMail())) {
        ctx.log.error("the Supabase project confirms addresses without proof; turn it off there");
        throw new DomainError("UNAVAILABLE");
      }
      const { data, error } = await open(ctx).auth.signUp({
        email,
        password,
        options: { data: { name, locale }, emailRedirectTo: `${origin}/api/auth/callback` },
      });
      if (error && !mailWasJustSent(error)) throw toDomain(error);
      if (!data.user) return;
      // An invented user without identities stands for an address that has an account.
      if (data.user.identities?.length !== 0) {
        await mirror(ctx, data.user, false, { name, locale });
        return;
      }
      await withSystemTransaction(ctx, async (tx, inner) => {
        const [known] = await tx.select().from(users).where(eq(users.email, email));
        if (known) await deliver(inner, "accounts.register_repeated", { userId: known.id });
      });
    },

    verifyEmail: (ctx, token) =>
      enter(ctx, async (client) => {
        const { data, error } = await client.auth.verifyOtp({ token_hash: token, type: "signup" });
        if (!data.user) throw toDomain(error, "LINK_EXPIRED");
        return { user: data.user, proven: true };
      }),

    async resendVerification(ctx, email) {
      const { error } = await open(ctx).auth.resend({ type: "signup", email });
      if (error && !mailWasJustSent(error)) throw toDomain(error);
    },

    signIn: (ctx, { email, password }) =>
      enter(ctx, async (client) => {
        const { data, error } = await client.auth.signInWithPassword({ email, password });
        if (!data.user) throw toDomain(error, "INVALID_CREDENTIALS");
        return { user: data.user, proven: await vouched(data.user) };
      }),

    async signOut(ctx) {
      if (hasSession(ctx.headers)) await open(ctx).auth.signOut({ scope: "local" });
      forget(ctx);
    },

    async requestPasswordReset(ctx, email) {
      const redirectTo = `${origin}/api/auth/callback`;
      const { error } = await open(ctx).auth.resetPasswordForEmail(email, { redirectTo });
      if (error && !mailWasJustSent(error)) throw toDomain(error);
    },

    async resetPassword(ctx, { token, password }) {
      const client = open({ ...ctx, headers: new Headers(), responseHeaders: new Headers() });
      const link = await client.auth.verifyOtp({ token_hash: token, type: "recovery" });
      if (!link.data.user) throw toDomain(link.error, "LINK_EXPIRED");
      const { error } = await client.auth.updateUser({ password });
      await client.auth.signOut({ scope: "global" });
      if (error && error.code !== "same_password") throw toDomain(error);
      await mirror(ctx, link.data.user, true);
      forget(ctx);
    },

    exchangeCode: (ctx, code) =>
      enter(ctx, async (client) => {
        const { data, error } = await client.auth.exchangeCodeForSession(code);
        if (!data.user) throw toDomain(error, "LINK_EXPIRED");
        return { user: data.user, proven: await vouched(data.user) };
      }),

    resolve,
    confirm,

    async listDevices(call) {
      const { sessionId } = await current(call);
      const { data } = await open(call).auth.getClaims();
      const now = new Date(clock.now());
      const [proof] = data?.claims.amr ?? [];
      const since = typeof proof === "object" ? new Date(proof.timestamp * 1000) : now;
      const userAgent = call.headers.get("user-agent");
      return [
        {
          id: sessionId,
          current: true,
          createdAt: since,
          lastSeenAt: now,
          ipAddress: call.ip,
          userAgent,
        },
      ];
    },

    async revokeDevice(ctx, id) {
      const { sessionId } = await current(ctx);
      if (id !== sessionId) throw new DomainError("NOT_FOUND");
      await open(ctx).auth.signOut({ scope: "local" });
      forget(ctx);
    },

    async revokeOtherDevices(ctx) {
      await confirm(ctx);
      const { error } = await open(ctx).auth.signOut({ scope: "others" });
      if (error) throw toDomain(error);
    },
  };
}
