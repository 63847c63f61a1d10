import type { Db, Tx } from "@odys/db/client";
import { statement } from "@odys/db/statement";
import { deliveries, deliveryAttempts } from "@odys/db/schema/messaging/deliveries";
import { isAnswer } from "@odys/shared/messaging/answers";
import type { Channel, DeliveryReason, DeliveryState } from "@odys/shared/messaging/delivery";
import { newId } from "@odys/shared/kernel/ids";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { batched } from "../../kernel/together.ts";
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
      // Nothing of it has left yet. What stands there as it should may be in a worker's hands by now.
      setWhere: sql`${deliveries.channel} is null and (${deliveries.state} = 'dropped' or (
        ${deliveries.state} = 'queued' and (${deliveries.notBefore}, ${deliveries.notAfter})
        is distinct from (excluded.not_before, excluded.not_after)))`,
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

/** What belongs to several deliveries goes as one parameter; as text first, or the driver makes JSON of JSON. */
const items = sql`jsonb_to_recordset(${given("items")}::text::jsonb)`;

/** Deliveries of a batch, locked in order. By an array: of a join PostgreSQL thinks that it is worth a look at the whole table. */
const locked = (batch: string) => sql`
  select d.id from ${deliveries} d where d.id = any(array(select delivery from ${sql.raw(batch)}))
  order by d.id for update`;

const BEGIN = statement<{ id: string }>(sql`
  with asked as (
    select * from ${items} as asked (id uuid, delivery uuid, lease timestamptz, channel text,
      driver text, "costMicros" bigint, "costCurrency" text, now timestamptz)),
  due as (${locked("asked")}),
  held as (
    update ${deliveries} set state = 'sending', reason = null, channel = asked.channel,
      tries = case when ${deliveries.channel} = asked.channel then tries + 1 else 1 end,
      updated_at = asked.now
    from due join asked on asked.delivery = due.id
    where ${deliveries.id} = due.id and next_at = asked.lease
    returning asked.*, professional_id)
  insert into ${deliveryAttempts}
    (id, professional_id, delivery_id, channel, driver, state, cost_micros, cost_currency, started_at)
  select id, professional_id, delivery, channel, driver, 'sending', "costMicros", "costCurrency", now
  from held returning id`);

type Begun = Attempt & { delivery: string; lease: Date; now: Date };
const begin = batched(async (db: Db, asked: readonly Begun[]) => {
  const rows = await BEGIN(db, { items: JSON.stringify(asked) });
  const begun = new Set(rows.map(({ id }) => id));
  return asked.map(({ id }) => begun.has(id));
});

/** Writes, before a request, that it is made. False when the delivery is another worker's by now. */
export function beginAttempt(
  ctx: Ctx,
  { id: delivery, lease }: Lease,
  attempt: Attempt,
): Promise<boolean> {
  return begin(asSystem(ctx), { ...attempt, delivery, lease, now: new Date(ctx.clock.now()) });
}

// A receipt may be there before the answer to the request: then it has told more, and stays. As it does,
// this locks the delivery before the attempt.
const ACCEPTED = statement<{ id: string }>(sql`
  with told as (
    select * from ${items} as told (id uuid, delivery uuid, lease timestamptz,
      "providerMessageId" text, "nextAt" timestamptz, now timestamptz)),
  held as (${locked("told")}),
  taken as (
    update ${deliveryAttempts} set provider_message_id = told."providerMessageId",
      accepted_at = coalesce(accepted_at, told.now),
      state = case when state in ('sending', 'unknown') then 'accepted' else state end
    from held join told on told.delivery = held.id
    where ${deliveryAttempts.id} = told.id returning told.*)
  update ${deliveries} set state = 'accepted', next_at = taken."nextAt", updated_at = taken.now
  from taken where ${deliveries.id} = taken.delivery and state in ('sending', 'unknown')
    and next_at = taken.lease returning ${deliveries.id}`);

type Taken = {
  id: string;
  delivery: string;
  lease: Date;
  providerMessageId: string;
  nextAt: Date | null;
  now: Date;
};
const accept = batched(async (db: Db, told: readonly Taken[]) => {
  await ACCEPTED(db, { items: JSON.stringify(told) });
  return told.map(() => undefined);
});

/** Writes that the provider has taken it; `nextAt` is when the next channel would be tried, if ever. */
export async function recordAccepted(
  ctx: Ctx,
  { id: delivery, lease }: Lease,
  attempt: { id: string; providerMessageId: string; nextAt: Date | null },
): Promise<void> {
  await accept(asSystem(ctx), { ...attempt, delivery, lease, now: new Date(ctx.clock.now()) });
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
