import { users } from "@odys/db/schema/accounts";
import { DomainError } from "@odys/shared/kernel/errors";
import { eq, sql } from "drizzle-orm";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import type { AuthCall, AuthGateway, SessionUser } from "./port.ts";
import { mailWasJustSent, toDomain } from "./supabase-client.ts";
import { type SupabaseAuthOptions, supabaseKit, type SupabaseKit } from "./supabase-kit.ts";

/**
 * Supabase's auth server. It keeps passwords and sessions; the row in `users` mirrors who they are,
 * and role, locale and whether an address was proven are ours. Its mails are its own: their
 * templates link to `{{ .SiteURL }}/verify?token={{ .TokenHash }}` and
 * `{{ .SiteURL }}/reset?token={{ .TokenHash }}`, pages whose button uses the token up, because mail
 * scanners open links. Reads trust tokens verified against the project's published keys
 * (`getClaims`), sensitive writes ask the server (`getUser`), nothing trusts `getSession`.
 */
export function createSupabaseAuth(options: SupabaseAuthOptions): AuthGateway {
  const kit = supabaseKit(options);
  return {
    driver: "supabase",
    ...registration(kit),
    ...signingIn(kit),
    ...resets(kit),
    resolve: kit.resolve,
    confirm: kit.confirm,
    ...devices(kit),
  };
}

function registration({
  origin,
  deliver,
  open,
  confirmsByMail,
  mirror,
  enter,
}: SupabaseKit): Pick<AuthGateway, "register" | "verifyEmail" | "resendVerification"> {
  return {
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
  };
}

function signingIn({
  open,
  hasSession,
  forget,
  enter,
  vouched,
}: SupabaseKit): Pick<AuthGateway, "signIn" | "signOut" | "exchangeCode"> {
  return {
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

    exchangeCode: (ctx, code) =>
      enter(ctx, async (client) => {
        const { data, error } = await client.auth.exchangeCodeForSession(code);
        if (!data.user) throw toDomain(error, "LINK_EXPIRED");
        return { user: data.user, proven: await vouched(data.user) };
      }),
  };
}

function resets({
  origin,
  open,
  forget,
  mirror,
}: SupabaseKit): Pick<AuthGateway, "requestPasswordReset" | "resetPassword"> {
  return {
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
  };
}

function devices({
  clock,
  open,
  forget,
  confirm,
  resolve,
}: SupabaseKit): Pick<
  AuthGateway,
  "listDevices" | "revokeDevice" | "revokeOtherDevices" | "endSessions"
> {
  async function current(call: AuthCall): Promise<SessionUser> {
    await confirm(call);
    const user = await resolve(call);
    if (!user) throw new DomainError("UNAUTHORIZED");
    return user;
  }

  return {
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
    // GoTrue has no way to end another's sessions but by their own tokens. Its rows are what it asks.
    async endSessions(ctx, userId) {
      await withSystemTransaction({ ...ctx, open: null }, async (tx) => {
        const [table] = await tx.execute<{ there: boolean }>(
          sql`select to_regclass('auth.sessions') is not null as there`,
        );
        if (!table?.there) throw new DomainError("UNAVAILABLE");
        await tx.execute(sql`set local role none`);
        await tx.execute(sql`delete from auth.sessions where user_id = ${userId}::uuid`);
      });
    },
  };
}
