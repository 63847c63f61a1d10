import type { Db } from "@odys/db/client";
import { users } from "@odys/db/schema/accounts";
import { DomainError, type ErrorCode } from "@odys/shared/kernel/errors";
import { isAPIError } from "better-auth/api";
import { and, eq } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { type Clock, systemClock } from "../../kernel/ports.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { type AuthScope, createBetterAuth } from "./better-auth.ts";
import { LocalSessions, userAgentOf } from "./local-sessions.ts";
import { type Confirmation, mintConfirmation } from "./mailed-links.ts";
import type { Deliver } from "./port.ts";
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
export type LocalKit = ReturnType<typeof localKit>;

/** What the local driver's flows have in common. */
export function localKit(options: LocalAuthOptions) {
  const { db, secret, origin, deliver, clock = systemClock } = options;
  const { auth, scope } = createBetterAuth(db, secret, origin);
  const cookie = sessionCookie(secret, origin);
  const sessions = new LocalSessions({ db, cookie, clock });

  return {
    db,
    origin,
    deliver,
    auth,
    cookie,
    sessions,

    /** Runs a flow, with better-auth inside one transaction of ours. Its errors become DomainErrors. */
    within<T>(
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
    },

    async mailConfirmation(
      { tx, now }: AuthScope,
      ctx: Ctx,
      userId: string,
      registration: Confirmation["registration"],
    ): Promise<void> {
      const token = await mintConfirmation(tx, now, { userId, registration });
      const url = `${origin}/verify?token=${token}`;
      await deliver(ctx, "accounts.verification_requested", { userId, url });
    },

    /** The link came by mail, so the address is its reader's. Told once; undefined the second time. */
    async markVerified({ tx }: AuthScope, ctx: Ctx, userId: string, name?: string) {
      const [user] = await tx
        .update(users)
        .set({ emailVerified: true, ...(name !== undefined && { name }) })
        .where(and(eq(users.id, userId), eq(users.emailVerified, false)))
        .returning();
      if (user) await deliver(ctx, "accounts.email_verified", { userId });
      return user;
    },
  };
}
