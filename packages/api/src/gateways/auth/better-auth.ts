import type { Db, Tx } from "@odys/db/client";
import { authAccounts, authSessions, authVerifications, users } from "@odys/db/schema/accounts";
import { newId } from "@odys/shared/kernel/ids";
import { LOCALES } from "@odys/shared/kernel/wire";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { AsyncLocalStorage } from "node:async_hooks";
import { hashPassword, verifyPassword } from "./password.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A session ends when it was not used for this long. */
export const SESSION_MS = 30 * DAY_MS;
const RESET_LINK_SECONDS = 60 * 60;

type Person = { id: string; email: string; name: string; emailVerified: boolean };

/** One call of better-auth: what it is given, and what it told through its callbacks. */
export type AuthScope = {
  tx: Tx;
  /** Epoch ms. */
  now: number;
  ip: string;
  userAgent: string | null;
  /** Argon2 work is done before the transaction opens, so that none waits on it. */
  hashed?: string;
  verified?: { hash: string; same: boolean };
  told: {
    registered?: Person;
    known?: Person;
    reset?: { user: Person; token: string };
    resetDone?: Person;
    session?: { id: string; token: string };
  };
};

/**
 * better-auth over our tables, called in process only. Its statements join the transaction of the
 * scope that it is called in, and its mails are told to that scope instead of being sent.
 */
export function createBetterAuth(db: Db, secret: string, origin: string) {
  const scope = new AsyncLocalStorage<AuthScope>();
  const inScope = () => {
    const current = scope.getStore();
    if (!current) throw new TypeError("better-auth was called outside a scope");
    return current;
  };

  const auth = betterAuth({
    baseURL: origin,
    secret,
    database: drizzleAdapter(joining(db, scope), {
      provider: "pg",
      schema: {
        user: users,
        account: authAccounts,
        session: authSessions,
        verification: authVerifications,
      },
    }),
    user: { additionalFields: { locale: { type: [...LOCALES], required: false } } },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      password: argon2(scope),
      onExistingUserSignUp: async ({ user }) => void (inScope().told.known = user),
      resetPasswordTokenExpiresIn: RESET_LINK_SECONDS,
      sendResetPassword: async ({ user, token }) => void (inScope().told.reset = { user, token }),
      onPasswordReset: async ({ user }) => void (inScope().told.resetDone = user),
      revokeSessionsOnPasswordReset: true,
    },
    emailVerification: {
      // Its own links are neither bound to one registration nor used up; ours are (mailed-links.ts).
      sendVerificationEmail: async ({ user }) => void (inScope().told.registered = user),
    },
    verification: { storeIdentifier: "hashed" },
    databaseHooks: { session: { create: sessionHooks(inScope) } },
    advanced: {
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
  return { auth, scope };
}

/** The work that was done before the transaction opened, or the work itself. */
function argon2(scope: AsyncLocalStorage<AuthScope>) {
  return {
    hash: async (password: string) => scope.getStore()?.hashed ?? hashPassword(password),
    verify: async ({ hash, password }: { hash: string; password: string }) => {
      const done = scope.getStore()?.verified;
      return done?.hash === hash ? done.same : verifyPassword(hash, password);
    },
  };
}

/** Sessions begin by our clock and carry the address that trusted proxies vouch for. */
function sessionHooks(inScope: () => AuthScope) {
  return {
    before: async (session: Record<string, unknown>) => {
      const { now, ip, userAgent } = inScope();
      const at = new Date(now);
      const dates = { createdAt: at, updatedAt: at, expiresAt: new Date(now + SESSION_MS) };
      return { data: { ...session, ipAddress: ip, userAgent, ...dates } };
    },
    after: async ({ id, token }: { id: string; token: string }) =>
      void (inScope().told.session = { id, token }),
  };
}

/** The pool, or the transaction of the scope around the call. */
function joining(db: Db, scope: AsyncLocalStorage<AuthScope>): Db {
  return new Proxy(db, {
    get(pool, key) {
      const target: Db | Tx = scope.getStore()?.tx ?? pool;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
