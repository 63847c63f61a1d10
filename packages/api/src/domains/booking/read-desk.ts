import type { Db, Tx } from "@odys/db/client";
import { professionals } from "@odys/db/schema/accounts";
import { appointments, availability, services } from "@odys/db/schema/booking";
import type { SlotRules } from "@odys/shared/booking/rules";
import { BLOCKING_STATUSES } from "@odys/shared/booking/status";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { readAsSystem } from "../../kernel/transaction.ts";
import { timeOf } from "./queries.ts";

const DAY_MS = 86_400_000;
/** Longer than any appointment with its buffers and those of another (the checks of `services`). */
const REACH_MS = 2 * DAY_MS;
/** Longer than any horizon (the checks of `services`): what lies beyond cannot be booked. */
const HORIZON_MS = 735 * DAY_MS;

type Question = { slug: string; serviceId: string; from: number; until: number };

/** All that is needed to say what is free at one desk, and to write a booking there. */
export type Desk = Awaited<ReturnType<typeof readDesk>>;

/**
 * A practice, one of its services, its week and what blocks `[from, until)` (epoch ms, or a little
 * beyond), in one statement: one round trip, one snapshot. NOT_FOUND; NOT_BOOKABLE for an archived
 * service.
 */
export async function readDesk(ctx: Ctx, { slug, serviceId, from, until }: Question) {
  const now = ctx.clock.now();
  const bound = (ms: number) =>
    new Date(Math.min(Math.max(ms, now - REACH_MS), now + HORIZON_MS)).toISOString();
  const values = { slug, serviceId, from: bound(from - REACH_MS), until: bound(until + REACH_MS) };
  const [row] = await readAsSystem(ctx, (db) => prepared(db).execute(values));
  if (!row?.service) throw new DomainError("NOT_FOUND");
  const { service, windows, busy, ...practice } = row;
  if (!service.active) throw new DomainError("NOT_BOOKABLE");
  const rules: SlotRules = {
    zone: practice.zone,
    weekly: windows.map(([dayOfWeek, start, end]) => ({
      dayOfWeek,
      startTime: timeOf(start),
      endTime: timeOf(end),
    })),
    busy: busy.map(([start, end]) => ({ start, end })),
    service,
    stepMinutes: practice.slotStepMinutes,
    now,
  };
  return { ...practice, service, rules };
}

/** Built once for the pool; inside a transaction for that transaction. */
const ofHandle = new WeakMap<Db | Tx, ReturnType<typeof prepare>>();
function prepared(db: Db | Tx) {
  let query = ofHandle.get(db);
  if (!query) ofHandle.set(db, (query = prepare(db)));
  return query;
}

function prepare(db: Db | Tx) {
  const epochMs = (column: typeof appointments.blockedFrom) =>
    sql`(extract(epoch from ${column}) * 1000)::bigint`;
  return db
    .select({
      professionalId: professionals.id,
      zone: professionals.zone,
      currency: professionals.currency,
      slotStepMinutes: professionals.slotStepMinutes,
      maxPending: professionals.maxPending,
      plan: professionals.plan,
      trialEndsAt: professionals.trialEndsAt,
      service: {
        id: services.id,
        name: services.name,
        durationMinutes: services.durationMinutes,
        priceAmount: services.priceAmount,
        bufferBeforeMinutes: services.bufferBeforeMinutes,
        bufferAfterMinutes: services.bufferAfterMinutes,
        noticeMinutes: services.noticeMinutes,
        horizonDays: services.horizonDays,
        confirmation: services.confirmation,
        place: services.place,
        placeDetail: services.placeDetail,
        active: services.active,
      },
      windows: sql<[dayOfWeek: number, startMinute: number, endMinute: number][]>`(
        select coalesce(json_agg(json_build_array(${availability.dayOfWeek}, ${availability.startMinute}, ${availability.endMinute})), '[]')
        from ${availability} where ${availability.professionalId} = ${professionals.id})`,
      busy: sql<[from: number, until: number][]>`(
        select coalesce(json_agg(json_build_array(${epochMs(appointments.blockedFrom)}, ${epochMs(appointments.blockedUntil)}) order by ${appointments.startsAt}), '[]')
        from ${appointments} where ${appointments.professionalId} = ${professionals.id}
          and ${appointments.startsAt} >= ${sql.placeholder("from")}::timestamptz
          and ${appointments.startsAt} < ${sql.placeholder("until")}::timestamptz
          and ${inArray(appointments.status, BLOCKING_STATUSES)})`,
    })
    .from(professionals)
    .leftJoin(
      services,
      and(
        eq(services.professionalId, professionals.id),
        eq(services.id, sql.placeholder("serviceId")),
      ),
    )
    .where(eq(professionals.slug, sql.placeholder("slug")))
    .prepare("booking_desk");
}
