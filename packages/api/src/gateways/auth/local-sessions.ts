import type { Db, Tx } from "@odys/db/client";
import { authSessions, users } from "@odys/db/schema/accounts";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import type { Clock } from "../../kernel/ports.ts";
import { asSystem, withSystemTransaction } from "../../kernel/transaction.ts";
import { SESSION_MS } from "./better-auth.ts";
import type { AuthCall, Device, SessionUser } from "./port.ts";
import type { SessionCookie } from "./session-cookie.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** What a browser says it is, short enough to keep. */
export function userAgentOf(headers: Headers): string | null {
  return headers.get("user-agent")?.slice(0, 300) ?? null;
}

/** Sessions of the local driver: who a cookie belongs to, the list of devices, and how they end. */
export function localSessions({
  db,
  cookie,
  clock,
}: {
  db: Db;
  cookie: SessionCookie;
  clock: Clock;
}) {
  const byToken = asSystem({ db })
    .select({
      sessionId: authSessions.id,
      userId: users.id,
      email: users.email,
      emailVerified: users.emailVerified,
      name: users.name,
      expiresAt: authSessions.expiresAt,
      seenAt: authSessions.updatedAt,
    })
    .from(authSessions)
    .innerJoin(users, eq(users.id, authSessions.userId))
    .where(eq(authSessions.token, sql.placeholder("token")))
    .prepare("auth_session_by_token");

  /** Remembers the last use to the hour, and moves the end once a day. */
  async function touch(id: string, seenAt: Date, expiresAt: Date) {
    const now = clock.now();
    if (now - seenAt.getTime() < HOUR_MS) return;
    const end = new Date(now + SESSION_MS);
    const extend = end.getTime() - expiresAt.getTime() >= DAY_MS;
    await asSystem({ db })
      .update(authSessions)
      .set({ updatedAt: new Date(now), ...(extend && { expiresAt: end }) })
      .where(eq(authSessions.id, id));
  }

  async function resolve(call: AuthCall): Promise<SessionUser | null> {
    const token = cookie.read(call.headers);
    if (!token) return null;
    const [row] = await byToken.execute({ token });
    if (!row || row.expiresAt.getTime() <= clock.now()) return null;
    const { expiresAt, seenAt, ...user } = row;
    await touch(row.sessionId, seenAt, expiresAt);
    return user;
  }

  async function require(call: AuthCall): Promise<SessionUser> {
    const user = await resolve(call);
    if (!user) throw new DomainError("UNAUTHORIZED");
    return user;
  }

  return {
    resolve,
    require,

    /** Hands the new session's token to the browser, once it is committed. */
    begin(
      ctx: Ctx,
      user: { id: string; email: string; emailVerified: boolean; name: string },
      session: { id: string; token: string },
    ): SessionUser {
      cookie.write(ctx.responseHeaders, session.token);
      const { id: userId, email, emailVerified, name } = user;
      return { userId, sessionId: session.id, email, emailVerified, name };
    },

    /** Ends the session that the request came with, if it came with one. */
    async end(tx: Tx, headers: Headers): Promise<void> {
      const token = cookie.read(headers);
      if (token) await tx.delete(authSessions).where(eq(authSessions.token, token));
    },

    async list(call: AuthCall): Promise<Device[]> {
      const me = await require(call);
      const rows = await asSystem({ db })
        .select()
        .from(authSessions)
        .where(
          and(
            eq(authSessions.userId, me.userId),
            gt(authSessions.expiresAt, new Date(clock.now())),
          ),
        )
        .orderBy(desc(authSessions.updatedAt));
      return rows.map((row) => ({
        id: row.id,
        current: row.id === me.sessionId,
        createdAt: row.createdAt,
        lastSeenAt: row.updatedAt,
        ipAddress: row.ipAddress,
        userAgent: row.userAgent,
      }));
    },

    async revoke(ctx: Ctx, id: string): Promise<void> {
      const me = await require(ctx);
      const gone = await withSystemTransaction(ctx, (tx) =>
        tx
          .delete(authSessions)
          .where(and(eq(authSessions.id, id), eq(authSessions.userId, me.userId)))
          .returning({ id: authSessions.id }),
      );
      if (gone.length === 0) throw new DomainError("NOT_FOUND");
      if (id === me.sessionId) cookie.clear(ctx.responseHeaders);
    },

    async revokeOthers(ctx: Ctx): Promise<void> {
      const me = await require(ctx);
      await withSystemTransaction(ctx, (tx) =>
        tx
          .delete(authSessions)
          .where(and(eq(authSessions.userId, me.userId), ne(authSessions.id, me.sessionId))),
      );
    },
  };
}
