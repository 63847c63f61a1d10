import type { Db, Tx } from "@odys/db/client";
import { statement } from "@odys/db/statement";
import { deliveries, deliveryAttempts } from "@odys/db/schema/messaging/deliveries";
import { isAnswer } from "@odys/shared/messaging/answers";
import type { Channel, DeliveryReason, DeliveryState } from "@odys/shared/messaging/delivery";
import { newId } from "@odys/shared/kernel/ids";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { asSystem } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";

export type DeliveryRow = typeof deliveries.$inferSelect;
/** A delivery that this worker has until `lease`, and how it stood before. */
export type Claimed = DeliveryRow & { stateBefore: DeliveryState; lease: Date };

/** What is to be sent: the columns that a plan decides. */
export type Plan = Pick<
  typeof deliveries.$inferInsert,
  "appointmentId" | "clientId" | "audience" | "template" | "locale" | "params" | "dedupeKey"
> & { professionalId: string; channels: Channel[]; notBefore: Date; notAfter: Date };

/**
 * Writes down what is to be sent, in the open transaction, and wakes the workers for what is due. What
 * stands there already and has not begun gets its times anew, dropped ones too; what has begun or is
 * over stays as it is. Returns how many were written.
 */
export async function insertPlans(ctx: Ctx, plans: readonly Plan[]): Promise<number> {
  if (!ctx.open) throw new TypeError("insertPlans outside a transaction");
  if (plans.length === 0) return 0;
  const now = new Date(ctx.clock.now());
  const rows = plans.map((plan) => ({
    id: newId(),
    ...plan,
    nextAt: plan.notBefore,
    createdAt: now,
    updatedAt: now,
  }));
  const written = await ctx.open.tx
    .insert(deliveries)
    .values(rows)
    .onConflictDoUpdate({
      target: deliveries.dedupeKey,
      set: {
        state: "queued",
        reason: null,
        notBefore: sql`excluded.not_before`,
        notAfter: sql`excluded.not_after`,
        nextAt: sql`excluded.next_at`,
        updatedAt: now,
      },
      // Nothing of it has left yet.
      setWhere: sql`${deliveries.state} in ('queued', 'dropped') and ${deliveries.channel} is null`,
    })
    .returning({ professionalId: deliveries.professionalId, nextAt: deliveries.nextAt });
  const due = new Set(
    written.filter(({ nextAt }) => nextAt && nextAt <= now).map((row) => row.professionalId),
  );
  for (const professionalId of due) await emit(ctx, "messaging.delivery_due", { professionalId });
  return written.length;
}

/** Whether a professional may have it sent anew: it has not arrived, and nobody is at it. */
export function canSendAgain({ state, appointmentId, template }: DeliveryRow): boolean {
  const open = state === "failed" || state === "expired" || state === "unknown";
  return open && appointmentId !== null && !isAnswer(template);
}

/** Takes what is due, the longest due first, for `leaseMs`. Of several workers each gets others. */
export async function claimDue(ctx: Ctx, limit: number, leaseMs: number): Promise<Claimed[]> {
  const now = ctx.clock.now();
  const lease = new Date(now + leaseMs);
  const db = asSystem(ctx);
  const due = db.$with("due").as(
    db
      .select({ id: deliveries.id, stateBefore: sql<DeliveryState>`${deliveries.state}`.as("was") })
      .from(deliveries)
      .where(sql`${deliveries.nextAt} <= ${new Date(now).toISOString()}::timestamptz`)
      .orderBy(asc(deliveries.nextAt), asc(deliveries.id))
      .limit(limit)
      .for("update", { skipLocked: true }),
  );
  const rows = await db
    .with(due)
    .update(deliveries)
    .set({ nextAt: lease })
    .from(due)
    .where(eq(deliveries.id, due.id))
    .returning();
  return rows.map(({ due: { stateBefore }, ...row }) => ({ ...row, stateBefore, lease }));
}

type Lease = Pick<Claimed, "id" | "lease">;
const mine = ({ id, lease }: Lease) => and(eq(deliveries.id, id), eq(deliveries.nextAt, lease));

/** Writes how a delivery stands if it is still this worker's. False when another has it by now. */
export async function settle(
  db: Db | Tx,
  claimed: Lease,
  set: Partial<Pick<DeliveryRow, "state" | "reason" | "channel" | "tries" | "nextAt">>,
  now: Date,
): Promise<boolean> {
  const rows = await db
    .update(deliveries)
    .set({ ...set, updatedAt: now })
    .where(mine(claimed))
    .returning({ id: deliveries.id });
  return rows.length > 0;
}

export type Attempt = {
  id: string;
  channel: Channel;
  driver: string;
  costMicros: number;
  costCurrency: string;
};

const given = (name: string) => sql.placeholder(name);

const BEGIN = statement<{ id: string }>(sql`
  with held as (
    update ${deliveries} set state = 'sending', reason = null, channel = ${given("channel")}::text,
      tries = case when channel = ${given("channel")}::text then tries + 1 else 1 end,
      updated_at = ${given("now")}::timestamptz
    where id = ${given("delivery")}::uuid and next_at = ${given("lease")}::timestamptz
    returning id, professional_id)
  insert into ${deliveryAttempts}
    (id, professional_id, delivery_id, channel, driver, state, cost_micros, cost_currency, started_at)
  select ${given("id")}::uuid, professional_id, id, ${given("channel")}::text, ${given("driver")}::text,
    'sending', ${given("costMicros")}::bigint, ${given("costCurrency")}::text, ${given("now")}::timestamptz
  from held returning id`);

/** Writes, before a request, that it is made. False when the delivery is another worker's by now. */
export async function beginAttempt(
  ctx: Ctx,
  { id: delivery, lease }: Lease,
  attempt: Attempt,
): Promise<boolean> {
  const now = new Date(ctx.clock.now()).toISOString();
  const values = { ...attempt, delivery, lease: lease.toISOString(), now };
  return (await BEGIN(asSystem(ctx), values)).length > 0;
}

// A receipt may be there before the answer to the request: then it has told more, and stays.
const ACCEPTED = statement<{ id: string }>(sql`
  with taken as (
    update ${deliveryAttempts} set provider_message_id = ${given("providerMessageId")}::text,
      accepted_at = coalesce(accepted_at, ${given("now")}::timestamptz),
      state = case when state in ('sending', 'unknown') then 'accepted' else state end
    where id = ${given("id")}::uuid returning delivery_id)
  update ${deliveries} set state = 'accepted', next_at = ${given("nextAt")}::timestamptz,
    updated_at = ${given("now")}::timestamptz
  from taken where ${deliveries.id} = taken.delivery_id and state in ('sending', 'unknown')
    and next_at = ${given("lease")}::timestamptz returning id`);

/** Writes that the provider has taken it; `nextAt` is when the next channel would be tried, if ever. */
export async function recordAccepted(
  ctx: Ctx,
  { lease }: Lease,
  attempt: { id: string; providerMessageId: string; nextAt: Date | null },
): Promise<void> {
  const now = new Date(ctx.clock.now()).toISOString();
  const nextAt = attempt.nextAt?.toISOString() ?? null;
  await ACCEPTED(asSystem(ctx), { ...attempt, nextAt, lease: lease.toISOString(), now });
}

/** Writes what else became of a request. What has been told of it since stays. */
export async function recordEnd(
  db: Db | Tx,
  id: string,
  end: { state: "failed" | "unknown"; reason: DeliveryReason },
  now: Date,
): Promise<void> {
  await db
    .update(deliveryAttempts)
    .set({ ...end, ...(end.state === "failed" && { failedAt: now, costMicros: 0 }) })
    .where(
      and(
        eq(deliveryAttempts.id, id),
        inArray(deliveryAttempts.state, ["sending", "unknown"] as const),
      ),
    );
}

/** The request of which no answer is known, if the last one was such. */
export async function readOpenAttempt(db: Db | Tx, deliveryId: string) {
  const [row] = await db
    .select({
      id: deliveryAttempts.id,
      channel: deliveryAttempts.channel,
      driver: deliveryAttempts.driver,
      state: deliveryAttempts.state,
    })
    .from(deliveryAttempts)
    .where(eq(deliveryAttempts.deliveryId, deliveryId))
    .orderBy(desc(deliveryAttempts.startedAt), desc(deliveryAttempts.id))
    .limit(1);
  return row && (row.state === "sending" || row.state === "unknown") ? row : null;
}
