import type { Tx } from "@odys/db/client";
import { statement } from "@odys/db/statement";
import { appointments } from "@odys/db/schema/booking";
import { BLOCKING_STATUSES } from "@odys/shared/booking/status";
import { outboxEvents } from "@odys/db/schema/ops";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";
import { lockOf } from "./queries.ts";

const value = sql.placeholder;

/** Takes time: every blocking row but a hold that has run out by `now` (an SQL instant). */
export function takesTime(now: SQL): SQL {
  return sql`(${inArray(appointments.status, BLOCKING_STATUSES)} and (${appointments.status} <> 'held' or ${appointments.heldUntil} > ${now}))`;
}

/** Counts towards the caps of its day and week: meetings that take time, not the professional's own blocks. */
export function countsTowardCaps(now: SQL): SQL {
  return sql`(${appointments.kind} = 'meeting' and ${takesTime(now)})`;
}

/** How many of what the caps limit there are: null where there is no limit to compare with. */
export type Held = {
  pending: number;
  month: number | null;
  day: number | null;
  week: number | null;
  today: string;
};

/** What the statements below are filled with; further values do no harm. Instants as ISO text. */
export type CapValues = {
  id: string;
  professionalId: string;
  startsAt: string;
  now: string;
  zone: string;
  /** Whether the plan limits the month. */
  limited: boolean;
  maxPerDay: number | null;
  maxPerWeek: number | null;
};

/** Only for who has the time of appointment `id`: the others find no row and take no lock. */
export const lockCaps = statement<{ lock: string }>(sql`
  select pg_advisory_xact_lock(hashtextextended('caps:' || ${appointments.professionalId}, 0)) as lock
  from ${appointments} where ${appointments.id} = ${value("id")}`);

const now = sql`${value("now")}::timestamptz`;
const local = sql`${value("startsAt")}::timestamptz at time zone ${value("zone")}`;

/** Appointments of the local day, week from Monday on, or month of `startsAt`. */
const within = (unit: "day" | "week" | "month", counts: SQL) => sql`
  (select count(*)::int from ${appointments}
    where ${appointments.professionalId} = ${value("professionalId")}
      and ${appointments.startsAt} >= date_trunc(${sql.raw(`'${unit}'`)}, ${local}) at time zone ${value("zone")}
      and ${appointments.startsAt} < (date_trunc(${sql.raw(`'${unit}'`)}, ${local}) + interval ${sql.raw(`'1 ${unit}'`)}) at time zone ${value("zone")}
      and ${counts})`;

/**
 * A statement of its own after `lockCaps`, so that it sees all that was committed before the lock was
 * had; of each set of limits another, as PostgreSQL would plan one with what is not asked for anew
 * each time.
 */
export function countHeld(tx: Tx, values: CapValues): Promise<Held[]> {
  const { limited, maxPerDay, maxPerWeek } = values;
  const asked = [limited, maxPerDay !== null, maxPerWeek !== null].map(Number).join("");
  let count = COUNTS.get(asked);
  if (!count) COUNTS.set(asked, (count = statement<Held>(countsOf(values))));
  return count(tx, values);
}

const COUNTS = new Map<string, (tx: Tx, values: CapValues) => Promise<Held[]>>();

const countsOf = ({ limited, maxPerDay, maxPerWeek }: CapValues) => sql`
  select
    (select count(*)::int from ${appointments}
      where ${appointments.professionalId} = ${value("professionalId")}
        and ${appointments.status} = 'pending_confirmation'
        and ${appointments.startsAt} > ${now}) as pending,
    ${limited ? within("month", sql`${appointments.status} not in ('rejected', 'cancelled', 'held', 'expired')`) : sql`null`} as month,
    ${maxPerDay === null ? sql`null` : within("day", countsTowardCaps(now))} as day,
    ${maxPerWeek === null ? sql`null` : within("week", countsTowardCaps(now))} as week,
    to_char(${now} at time zone ${value("zone")}, 'YYYY-MM-DD') as today`;

/** Whether what is there, the new one counted, is more than the caps of its day or week allow. */
export function overCaps(
  { day, week }: Held,
  { maxPerDay, maxPerWeek }: Pick<CapValues, "maxPerDay" | "maxPerWeek">,
): boolean {
  return (day ?? 0) > (maxPerDay ?? Infinity) || (week ?? 0) > (maxPerWeek ?? Infinity);
}

/** Tells the professional that the plan is full: once a day, however many are turned away. */
export function tellOfLimit(ctx: Ctx, professionalId: string, day: string): Promise<void> {
  const limitHit = and(
    eq(outboxEvents.professionalId, professionalId),
    eq(outboxEvents.type, "booking.plan_limit_hit"),
    sql`${outboxEvents.payload} ->> 'day' = ${day}`,
  );
  return withSystemTransaction({ ...ctx, open: null }, async (tx, inner) => {
    const [, [told]] = await Promise.all([
      tx.execute(lockOf("limit", professionalId)),
      tx.select({ id: outboxEvents.id }).from(outboxEvents).where(limitHit).limit(1),
    ]);
    if (!told) await emit(inner, "booking.plan_limit_hit", { professionalId, day });
  });
}
