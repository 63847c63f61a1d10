import type { Db } from "@odys/db/client";
import { authAccounts, authVerifications, users } from "@odys/db/schema/accounts";
import { DomainError, type ErrorCode } from "@odys/shared/kernel/errors";
import { isAPIError } from "better-auth/api";
import { and, eq } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { type Clock, systemClock } from "../../kernel/ports.ts";
import { asSystem, withSystemTransaction } from "../../kernel/transaction.ts";
import { type AuthScope, createBetterAuth } from "./better-auth.ts";
import { localSessions, userAgentOf } from "./local-sessions.ts";
import { mintConfirmation, useConfirmation } from "./mailed-links.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import type { AuthGateway, Deliver } from "./port.ts";
import { sessionCookie } from "./session-cookie.ts";

const CODES: Record<string, ErrorCode> = {
  INVALID_EMAIL_OR_PASSWORD: "INVALID_CREDENTIALS",
  EMAIL_NOT_VERIFIED: "EMAIL_NOT_VERIFIED",
  INVALID_TOKEN: "LINK_EXPIRED",
  USER_NOT_FOUND: "LINK_EXPIRED",
  FAILED_TO_CREATE_USER: "CONFLICT",
};

export type LocalAuthOptions = {
  db: Db;
  /** At least 32 characters; signs session cookies. */
  secret: string;
  /** Public origin of the app; mailed links begin with it, and cookies are Secure when it is https. */
  origin: string;
  clock?: Clock;
  deliver: Deliver;
};

/** E-mail and password in the own database, by better-auth called in process. */
export function createLocalAuth(options: LocalAuthOptions): AuthGateway {
  const { db, secret, origin, deliver, clock = systemClock } = options;
  const { auth, scope } = createBetterAuth(db, secret, origin);
  const cookie = sessionCookie(secret, origin);
  const sessions = localSessions({ db, cookie, clock });

  /** Calls better-auth inside a transaction of ours, and tells what it told. */
  function within<T>(
    ctx: Ctx,
    given: Pick<AuthScope, "hashed" | "verified">,
    work: (scope: AuthScope, ctx: Ctx) => Promise<T>,
  ): Promise<T> {
    if (ctx.open) throw new TypeError("the auth gateway opens its own transactions");
    return withSystemTransaction(ctx, async (tx, inner) => {
      const userAgent = userAgentOf(ctx.headers);
      const now = clock.now();
      const store: AuthScope = { tx, now, ip: ctx.ip, userAgent, told: {}, ...given };
      return scope.run(store, () => work(store, inner));
    }).catch((error: unknown) => {
      const code = isAPIError(error) ? CODES[String(error.body?.code)] : undefined;
      throw code ? new DomainError(code, undefined, { cause: error }) : error;
    });
  }

  async function mailConfirmation(
    { tx, now }: AuthScope,
    ctx: Ctx,
    userId: string,
    registration: { name: string; passwordHash: string } | null,
  ) {
    const token = await mintConfirmation(tx, now, { userId, registration });
    const url = `${origin}/verify?token=${token}`;
    await deliver(ctx, "accounts.verification_requested", { userId, url });
  }

  /** The link came by mail, so the address is its reader's. Tells it once. */
  async function markVerified({ tx }: AuthScope, ctx: Ctx, userId: string, name?: string) {
    const [user] = await tx
      .update(users)
      .set({ emailVerified: true, ...(name !== undefined && { name }) })
      .where(and(eq(users.id, userId), eq(users.emailVerified, false)))
      .returning();
    if (user) await deliver(ctx, "accounts.email_verified", { userId });
    return user;
  }

  return {
    driver: "local",

    async register(ctx, { name, email, password, locale }) {
      const passwordHash = await hashPassword(password);
      const once = () =>
        within(ctx, { hashed: passwordHash }, async (store, inner) => {
          await auth.api.signUpEmail({ body: { name, email, password, locale } });
          const { registered, known } = store.told;
          if (registered)
            return mailConfirmation(store, inner, registered.id, { name, passwordHash });
          if (!known) throw new DomainError("INTERNAL");
          if (known.emailVerified)
            return deliver(inner, "accounts.register_repeated", { userId: known.id });
          // Two have claimed the address and neither has proven it: from here on no password
          // opens the account, until a link is used and brings its own.
          await store.tx
            .update(authAccounts)
            .set({ password: null })
            .where(eq(authAccounts.userId, known.id));
          return mailConfirmation(store, inner, known.id, { name, passwordHash });
        });
      // Two first registrations of one address at once: the second finds the first.
      await once().catch((error: unknown) => {
        if (error instanceof DomainError && error.code === "CONFLICT") return once();
        throw error;
      });
    },

    async verifyEmail(ctx, token) {
      const result = await within(ctx, {}, async (store, inner) => {
        const link = await useConfirmation(store.tx, store.now, token);
        const { registration } = link ?? {};
        const user = link && (await markVerified(store, inner, link.userId, registration?.name));
        if (!user) throw new DomainError("LINK_EXPIRED");
        if (registration) {
          await store.tx
            .update(authAccounts)
            .set({ password: registration.passwordHash })
            .where(eq(authAccounts.userId, user.id));
        }
        await sessions.end(store.tx, ctx.headers);
        const { internalAdapter } = await auth.$context;
        const session = await internalAdapter.createSession(user.id);
        return { user, session };
      });
      return sessions.begin(ctx, result.user, result.session);
    },

    async resendVerification(ctx, email) {
      await within(ctx, {}, async (store, inner) => {
        const [user] = await store.tx.select().from(users).where(eq(users.email, email));
        if (user && !user.emailVerified) await mailConfirmation(store, inner, user.id, null);
      });
    },

    async signIn(ctx, { email, password }) {
      const [account] = await asSystem({ db })
        .select({ hash: authAccounts.password })
        .from(authAccounts)
        .innerJoin(users, eq(users.id, authAccounts.userId))
        .where(and(eq(users.email, email), eq(authAccounts.providerId, "credential")));
      const same = await verifyPassword(account?.hash, password);
      if (!account?.hash || !same) throw new DomainError("INVALID_CREDENTIALS");
      const verified = { hash: account.hash, same };
      const result = await within(ctx, { verified }, async (store) => {
        const { user } = await auth.api.signInEmail({ body: { email, password } });
        await sessions.end(store.tx, ctx.headers);
        return { user, session: store.told.session };
      });
      if (!result.session) throw new DomainError("INTERNAL");
      return sessions.begin(ctx, result.user, result.session);
    },

    async signOut(ctx) {
      await within(ctx, {}, ({ tx }) => sessions.end(tx, ctx.headers));
      cookie.clear(ctx.responseHeaders);
    },

    async requestPasswordReset(ctx, email) {
      await within(ctx, {}, async (store, inner) => {
        await auth.api.requestPasswordReset({ body: { email } });
        const { reset } = store.told;
        if (!reset) return;
        const url = `${origin}/reset?token=${reset.token}`;
        await deliver(inner, "accounts.reset_requested", { userId: reset.user.id, url });
      });
    },

    async resetPassword(ctx, { token, password }) {
      const hashed = await hashPassword(password);
      await within(ctx, { hashed }, async (store, inner) => {
        await auth.api.resetPassword({ body: { token, newPassword: password } });
        const user = store.told.resetDone;
        if (!user) throw new DomainError("INTERNAL");
        // The other links that were mailed for the same purpose have served it.
        await store.tx.delete(authVerifications).where(eq(authVerifications.value, user.id));
        await markVerified(store, inner, user.id);
      });
      cookie.clear(ctx.responseHeaders);
    },

    async exchangeCode() {
      throw new DomainError("LINK_EXPIRED");
    },

    resolve: (call) => sessions.resolve(call),
    async confirm(call) {
      await sessions.require(call);
    },
    listDevices: (call) => sessions.list(call),
    revokeDevice: (ctx, id) => sessions.revoke(ctx, id),
    revokeOtherDevices: (ctx) => sessions.revokeOthers(ctx),
  };
}
