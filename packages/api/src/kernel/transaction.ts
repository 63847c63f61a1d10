import type { Db, Tx } from "@odys/db/client";
import { begin, send, type Statement } from "@odys/db/transaction";
import type { ProfessionalId } from "@odys/shared/kernel/ids";
import type { LiveTopic } from "../gateways/live/port.ts";
import { actorName, type Ctx } from "./ctx.ts";
import { isRetryable, toDomainError } from "./pg-errors.ts";

/** As whom the database sees a transaction: the role that policies bind, and the claims they read. */
export type Identity = {
  role: "anon" | "authenticated" | "service_role";
  userId: string | null;
  professionalId: string | null;
};

/** A transaction in progress, the identity it has at the moment, and what is to happen once it is committed. */
export type OpenTransaction = {
  tx: Tx;
  identity: Identity;
  afterCommit: { wakeOutbox: boolean; changed: Set<LiveTopic> };
  afterRollback: (() => Promise<void>)[];
  /** What was sent last and travels with the commit: it counts once all of these are answered too. */
  trailing: Promise<unknown>[];
  /** Nothing is written before this, which may say that there is nothing to be done; reads need not wait. */
  mayWrite: Promise<void> | null;
};

const ATTEMPTS = 4;
const SYSTEM: Identity = { role: "service_role", userId: null, professionalId: null };

/**
 * Runs `work` in one transaction as the caller: row-level security binds it to what the actor owns.
 * Joins the transaction that is open around the call. Serialization failures and deadlocks are
 * retried, so `work` must have no effect besides the database. Database errors arrive as DomainErrors.
 */
export function withTransaction<T>(ctx: Ctx, work: (tx: Tx, ctx: Ctx) => Promise<T>): Promise<T> {
  return run(ctx, identityOf(ctx), work);
}

/**
 * The same for what anybody may do at one professional's public booking desk. Rows of other
 * tenants do not exist here, whoever is asking.
 */
export function withDesk<T>(
  ctx: Ctx,
  professionalId: string,
  work: (tx: Tx, ctx: Ctx) => Promise<T>,
): Promise<T> {
  return run(ctx, { role: "anon", userId: null, professionalId }, work);
}

/** The same for a signed-in person in the act of opening the practice `professionalId`. */
export function withNewPractice<T>(
  ctx: Ctx,
  professionalId: ProfessionalId,
  work: (tx: Tx, ctx: Ctx) => Promise<T>,
): Promise<T> {
  return run(ctx, { ...identityOf(ctx), professionalId }, work);
}

/** The same without row-level security, for jobs, sessions and whatever belongs to no tenant. */
export function withSystemTransaction<T>(
  ctx: Ctx,
  work: (tx: Tx, ctx: Ctx) => Promise<T>,
): Promise<T> {
  return run(ctx, SYSTEM, work);
}

/**
 * A plain handle without row-level security, one round trip per query: for public reads whose
 * output schema names every column, and for looking up who a tenant is.
 */
export function asSystem(ctx: { db: Db }): Db {
  return ctx.db;
}

/**
 * A read without row-level security that may stand inside somebody's transaction (that of an
 * idempotency key, for example). It goes over the connection that is held already: a second one,
 * waited for while holding the first, would let a full pool wait for itself.
 */
export function readAsSystem<T>(ctx: Ctx, read: (db: Db | Tx) => Promise<T>): Promise<T> {
  return ctx.open ? join(ctx, ctx.open, SYSTEM, read) : read(ctx.db);
}

/** Has `work` done once the open transaction has been undone for good: what is told although nothing happened. */
export function afterRollback(ctx: Ctx, work: () => Promise<void>): void {
  if (!ctx.open) throw new TypeError("afterRollback outside a transaction");
  ctx.open.afterRollback.push(work);
}

/** Has those who look at it told, once the open transaction is committed, that something has changed. */
export function announce(ctx: Ctx, topic: LiveTopic): void {
  if (!ctx.open) throw new TypeError("announce outside a transaction");
  ctx.open.afterCommit.changed.add(topic);
}

/** Sends the last statement of the open transaction along with its commit: one round trip less. */
export function sendLast(ctx: Ctx, statement: Promise<unknown>): void {
  if (!ctx.open) throw new TypeError("sendLast outside a transaction");
  statement.catch(() => undefined); // it fails the transaction, when that has been told to commit
  ctx.open.trailing.push(statement);
}

function identityOf(ctx: Ctx): Identity {
  switch (ctx.actor.type) {
    case "anonymous":
      return { role: "anon", userId: null, professionalId: null };
    case "user":
      return {
        role: "authenticated",
        userId: ctx.actor.userId,
        professionalId: ctx.actor.professionalId,
      };
    default:
      return SYSTEM;
  }
}

/** One statement, sent in the same flight as what follows it. */
function assume(ctx: Ctx, identity: Identity): Statement {
  const claims = {
    role: identity.role,
    // Null and not "": the auth.uid() of a Supabase project casts whatever text stands here.
    sub: identity.userId,
    odys_professional_id: identity.professionalId ?? "",
    odys: true,
  };
  return {
    text: "select set_config('role', $1, true), set_config('request.jwt.claims', $2, true), set_config('odys.actor', $3, true), set_config('odys.request_id', $4, true), set_config('odys.action', $5, true)",
    values: [
      identity.role,
      JSON.stringify(claims),
      actorName(ctx.actor),
      ctx.requestId,
      ctx.action,
    ],
  };
}

async function run<T>(
  ctx: Ctx,
  identity: Identity,
  work: (tx: Tx, ctx: Ctx) => Promise<T>,
): Promise<T> {
  if (ctx.open) {
    await ctx.open.mayWrite;
    return join(ctx, ctx.open, identity, work);
  }
  for (let attempt = 1; ; attempt++) {
    const afterCommit = { wakeOutbox: false, changed: new Set<LiveTopic>() };
    const afterRollback: (() => Promise<void>)[] = [];
    const trailing: Promise<unknown>[] = [];
    try {
      const result = await begin(ctx.db, assume(ctx, identity), async (tx) => {
        const hooks = { afterCommit, afterRollback, trailing };
        const open: OpenTransaction = { tx, identity, ...hooks, mayWrite: null };
        return work(tx, { ...ctx, open });
      });
      // PostgreSQL undoes a transaction with a failed statement, even when it is told to commit.
      await Promise.all(trailing);
      if (afterCommit.wakeOutbox) ctx.outbox.wake();
      for (const topic of afterCommit.changed) ctx.live.announce(topic);
      return result;
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) {
        for (const tell of afterRollback)
          await tell().catch((err: unknown) => ctx.log.error({ err }, "after a rollback"));
        throw toDomainError(error);
      }
      // Apart in time, or the same two meet again.
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 5 * (0.5 + Math.random())));
    }
  }
}

/**
 * Inside another transaction the identity is taken on for the length of `work` and given back
 * however that ended: who bears its failure goes on as who they were. Both travel with the statements
 * that follow, in order, so that they cost no round trip of their own.
 */
async function join<T>(
  ctx: Ctx,
  outer: OpenTransaction,
  identity: Identity,
  work: (tx: Tx, ctx: Ctx) => Promise<T>,
): Promise<T> {
  const { tx } = outer;
  const other = !same(outer.identity, identity);
  const giveBack = async () => {
    if (other) await send(tx, assume(ctx, outer.identity));
  };
  let result: T;
  try {
    const taken = other ? send(tx, assume(ctx, identity)) : null;
    const inner = other ? { ...ctx, open: { ...outer, identity } } : ctx;
    [, result] = await Promise.all([taken, work(tx, inner)]);
  } catch (error) {
    // It fails where PostgreSQL has given the transaction up: then nobody can do anything in it.
    await giveBack().catch(() => undefined);
    // What is worth another attempt reaches the transaction around it as it is.
    throw isRetryable(error) ? error : toDomainError(error);
  }
  sendLast(ctx, giveBack());
  return result;
}

function same(a: Identity, b: Identity): boolean {
  return a.role === b.role && a.userId === b.userId && a.professionalId === b.professionalId;
}
