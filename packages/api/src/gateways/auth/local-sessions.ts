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

/** The hot read: one query, and the database knows its plan. */
function prepareByToken(db: Db) {
  return asSystem({ db })
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
}

type Parts = { db: Db; cookie: SessionCookie; clock: Clock };

/** Sessions of the local driver: who a cookie belongs to, the list of devices, and how they end. */
export class LocalSessions {
  readonly #parts: Parts;
  readonly #byToken: ReturnType<typeof prepareByToken>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#byToken = prepareByToken(parts.db);
  }

  async resolve(call: AuthCall): Promise<SessionUser | null> {
    const { cookie, clock } = this.#parts;
    const token = cookie.read(call.headers);
    if (!token) return null;
    const [row] = await this.#byToken.execute({ token });
    if (!row || row.expiresAt.getTime() <= clock.now()) return null;
    const { expiresAt, seenAt, ...user } = row;
    await this.#touch(row.sessionId, seenAt, expiresAt);
    return user;
  }

  async require(call: AuthCall): Promise<SessionUser> {
    const user = await this.resolve(call);
    if (!user) throw new DomainError("UNAUTHORIZED");
    return user;
  }

  /** Hands the new session's token to the browser, once it is committed. */
  begin(
    ctx: Ctx,
    user: { id: string; email: string; emailVerified: boolean; name: string },
    session: { id: string; token: string },
  ): SessionUser {
    this.#parts.cookie.write(ctx.responseHeaders, session.token);
    const { id: userId, email, emailVerified, name } = user;
    return { userId, sessionId: session.id, email, emailVerified, name };
  }

  /** Ends the session that the request came with, if it came with one. */
  async end(tx: Tx, headers: Headers): Promise<void> {
    const token = this.#parts.cookie.read(headers);
    if (token) await tx.delete(authSessions).where(eq(authSessions.token, token));
  }

  async list(call: AuthCall): Promise<Device[]> {
    const { userId, sessionId } = await this.require(call);
    const now = new Date(this.#parts.clock.now());
    const rows = await asSystem(this.#parts)
      .select()
      .from(authSessions)
      .where(and(eq(authSessions.userId, userId), gt(authSessions.expiresAt, now)))
      .orderBy(desc(authSessions.updatedAt));
    return rows.map((row) => ({
      id: row.id,
      current: row.id === sessionId,
      createdAt: row.createdAt,
      lastSeenAt: row.updatedAt,
      ipAddress: row.ipAddress,
      userAgent: row.userAgent,
    }));
  }

  async revoke(ctx: Ctx, id: string): Promise<void> {
    const { userId, sessionId } = await this.require(ctx);
    const gone = await withSystemTransaction(ctx, (tx) =>
      tx
        .delete(authSessions)
        .where(and(eq(authSessions.id, id), eq(authSessions.userId, userId)))
        .returning({ id: authSessions.id }),
    );
    if (gone.length === 0) throw new DomainError("NOT_FOUND");
    if (id === sessionId) this.#parts.cookie.clear(ctx.responseHeaders);
  }

  async revokeOthers(ctx: Ctx): Promise<void> {
    const { userId, sessionId } = await this.require(ctx);
    await withSystemTransaction(ctx, (tx) =>
      tx
        .delete(authSessions)
        .where(and(eq(authSessions.userId, userId), ne(authSessions.id, sessionId))),
    );
  }

  /** Ends every session of a person, whoever asks. */
  async endAll(ctx: Ctx, userId: string): Promise<void> {
    await withSystemTransaction(ctx, (tx) =>
      tx.delete(authSessions).where(eq(authSessions.userId, userId)),
    );
  }

  /** Remembers the last use to the hour, and moves the end once a day. */
  async #touch(id: string, seenAt: Date, expiresAt: Date): Promise<void> {
    const now = this.#parts.clock.now();
    if (now - seenAt.getTime() < HOUR_MS) return;
    const end = new Date(now + SESSION_MS);
    const extend = end.getTime() - expiresAt.getTime() >= DAY_MS;
    await asSystem(this.#parts)
      .update(authSessions)
      .set({ updatedAt: new Date(now), ...(extend && { expiresAt: end }) })
      .where(eq(authSessions.id, id));
  }
}
