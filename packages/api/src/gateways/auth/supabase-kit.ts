import type { Db } from "@odys/db/client";
import { users } from "@odys/db/schema/accounts";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Locale } from "@odys/shared/kernel/wire";
import type { User } from "@supabase/supabase-js";
import { eq } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { type Clock, systemClock } from "../../kernel/ports.ts";
import { asSystem, withSystemTransaction } from "../../kernel/transaction.ts";
import type { AuthCall, Deliver, SessionUser } from "./port.ts";
import { supabaseClients, toDomain } from "./supabase-client.ts";

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

export type SupabaseKit = ReturnType<typeof supabaseKit>;
type Parts = { clients: ReturnType<typeof supabaseClients>; db: Db; deliver: Deliver };
type Client = ReturnType<Parts["clients"]["open"]>;

/** What the Supabase driver's flows have in common. */
export function supabaseKit(options: SupabaseAuthOptions) {
  const { db, origin, deliver, clock = systemClock } = options;
  const clients = supabaseClients(options);
  const parts: Parts = { clients, db, deliver };
  return {
    db,
    origin,
    deliver,
    clock,
    ...clients,
    mirror: mirror.bind(null, parts),
    resolve: resolve.bind(null, parts),
    confirm: confirm.bind(null, parts),
    enter: enter.bind(null, parts),
    /** What the project says of an address counts only where the project asks for proof. */
    vouched: async (user: User) =>
      Boolean(user.email_confirmed_at) && (await clients.confirmsByMail()),
  };
}

/** Reads: verified against the published keys, without asking the server. */
async function resolve({ clients, db }: Parts, call: AuthCall): Promise<SessionUser | null> {
  if (!clients.hasSession(call.headers)) return null;
  const { data, error } = await clients.open(call).auth.getClaims();
  if (error && toDomain(error).code === "UNAVAILABLE") throw toDomain(error);
  if (!data || error) return null;
  const { sub, session_id: sessionId } = data.claims;
  const [row] = await asSystem({ db }).select().from(users).where(eq(users.id, sub));
  if (!row) return null;
  const { id: userId, email, emailVerified, name } = row;
  return { userId, sessionId, email, emailVerified, name };
}

async function confirm({ clients }: Parts, call: AuthCall): Promise<void> {
  if (!clients.hasSession(call.headers)) throw new DomainError("UNAUTHORIZED");
  const { error } = await clients.open(call).auth.getUser();
  if (error) throw toDomain(error, "UNAUTHORIZED");
}

/**
 * Keeps the row in `users` true. `proven`: the person has just shown, or the project vouches, that
 * the mailbox is theirs; it is never taken back, and told the first time.
 */
async function mirror(
  { deliver }: Parts,
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

/**
 * Runs a flow that ends in a session. Its cookies reach the browser only when all of it went well,
 * and the session that the request came with ends.
 */
async function enter(
  parts: Parts,
  ctx: Ctx,
  flow: (client: Client) => Promise<{ user: User; proven: boolean }>,
): Promise<SessionUser> {
  if (ctx.open) throw new TypeError("the auth gateway opens its own transactions");
  const { open, hasSession, sessionIdOf } = parts.clients;
  const responseHeaders = new Headers();
  const client = open({ ...ctx, responseHeaders });
  const old = hasSession(ctx.headers) ? await client.auth.getSession() : null;
  const { user, proven } = await flow(client);
  const row = await mirror(parts, ctx, user, proven);
  const { data, error } = await client.auth.getClaims();
  if (!data) throw toDomain(error, "UNAUTHORIZED");
  if (!row.emailVerified) {
    await client.auth.signOut({ scope: "local" });
    throw new DomainError("EMAIL_NOT_VERIFIED");
  }
  const oldToken = old?.data.session?.access_token;
  if (oldToken && sessionIdOf(oldToken) !== data.claims.session_id)
    await client.auth.admin.signOut(oldToken, "local");
  for (const line of responseHeaders.getSetCookie()) ctx.responseHeaders.append("set-cookie", line);
  const { id: userId, email, emailVerified, name } = row;
  return { userId, sessionId: data.claims.session_id, email, emailVerified, name };
}
