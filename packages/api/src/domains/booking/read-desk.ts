import type { Db, Tx } from "@odys/db/client";
import { builtOnce } from "@odys/db/statement";
import { professionals } from "@odys/db/schema/accounts";
import {
  appointments,
  availability,
  availabilityExceptions,
  services,
} from "@odys/db/schema/booking";
import type { DateException, SlotRules } from "@odys/shared/booking/rules";
import { timeOfMinute } from "@odys/shared/kernel/calendar";
import { DomainError } from "@odys/shared/kernel/errors";
import type { ProfessionalId } from "@odys/shared/kernel/ids";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { holidaysBetween } from "../../kernel/holidays.ts";
import { readAsSystem } from "../../kernel/transaction.ts";
import { countsTowardCaps, takesTime } from "./caps-queries.ts";
import { windowsOf } from "./queries.ts";

const DAY_MS = 86_400_000;
/** Longer than any appointment with its buffers and those of another (the checks of `services`). */
const REACH_MS = 2 * DAY_MS;
/** Longer than any horizon (the checks of `services`): what lies beyond cannot be booked. */
const HORIZON_MS = 735 * DAY_MS;

/** The longest block of the professional's own time (`blockTime`). */
const BLOCK_MS = 14 * DAY_MS;

/** A public page by its slug; by its id the practice's own desk, also while that is closed to others. */
export type Whose = { slug: string } | { professionalId: ProfessionalId };
type Question = Whose & {
  serviceId: string;
  from: number;
  until: number;
  /** An appointment that does not count as taken: who moves it may overlap where it was. */
  ignore?: string;
};

/** All that is needed to say what is free at one desk, and to write a booking there. */
export type Desk = Awaited<ReturnType<typeof readDesk>>;

/**
 * A practice, one of its services, its hours and caps, and what blocks `[from, until)` (epoch ms, or
 * a little beyond), in one statement: one round trip, one snapshot. NOT_FOUND, also for a page that is
 * suspended; NOT_BOOKABLE for an archived service. Its own people are told of both by the desk.
 */
export async function readDesk(ctx: Ctx, question: Question) {
  const { serviceId, from, until, ignore = null } = question;
  const own = "professionalId" in question;
  const now = ctx.clock.now();
  const bound = (ms: number, reach = REACH_MS) =>
    new Date(Math.min(Math.max(ms, now - reach), now + HORIZON_MS)).toISOString();
  const [since, before] = [bound(from - REACH_MS), bound(until + REACH_MS)];
  const values = {
    whose: own ? question.professionalId : question.slug,
    serviceId,
    from: since,
    blocksFrom: bound(from - BLOCK_MS, BLOCK_MS),
    until: before,
    now: new Date(now).toISOString(),
    ignore,
  };
  const [row] = await readAsSystem(ctx, (db) => (own ? ownDesk : publicDesk)(db, values));
  if (!row?.service) throw new DomainError("NOT_FOUND");
  const { service, windows, exceptions, busy, blocks, booked, ...practice } = row;
  if (!own && !service.active) throw new DomainError("NOT_BOOKABLE");
  const closed = await holidaysBetween(practice.holidays, since.slice(0, 10), before.slice(0, 10));
  const rules: SlotRules = {
    zone: practice.zone,
    weekly: windows.map(([dayOfWeek, start, end]) => ({
      dayOfWeek,
      startTime: timeOfMinute(start),
      endTime: timeOfMinute(end),
    })),
    exceptions: exceptions.map(([date, ranges]): DateException => ({
      date,
      windows: windowsOf(ranges),
    })),
    holidays: new Set(closed.map(({ date }) => date)),
    busy: [...blocks, ...busy].map(([start, end]) => ({ start, end })),
    service,
    caps: booked
      ? {
          perDay: practice.maxPerDay ?? undefined,
          perWeek: practice.maxPerWeek ?? undefined,
          booked: new Map(booked),
        }
      : undefined,
    stepMinutes: practice.slotStepMinutes,
    now,
  };
  return { ...practice, service, rules };
}

const publicDesk = builtOnce((db) =>
  prepare(
    db,
    "booking_desk",
    and(eq(professionals.slug, sql.placeholder("whose")), isNull(professionals.suspendedAt)),
  ),
);
const ownDesk = builtOnce((db) =>
  prepare(db, "booking_own_desk", eq(professionals.id, sql.placeholder("whose"))),
);

const given = (name: string) => sql`${sql.placeholder(name)}::timestamptz`;
/** Local days of the range and a little beyond: a day's name differs by zone, a week has others. */
const dayOf = (name: string) => sql`(${given(name)} at time zone 'UTC')::date`;

const WINDOWS = sql<[dayOfWeek: number, startMinute: number, endMinute: number][]>`(
  select coalesce(json_agg(json_build_array(${availability.dayOfWeek}, ${availability.startMinute}, ${availability.endMinute})), '[]')
  from ${availability} where ${availability.professionalId} = ${professionals.id})`;

const EXCEPTIONS = sql<[date: string, windows: string][]>`(
  select coalesce(json_agg(json_build_array(${availabilityExceptions.date}, ${availabilityExceptions.windows}::text)), '[]')
  from ${availabilityExceptions} where ${availabilityExceptions.professionalId} = ${professionals.id}
    and ${availabilityExceptions.date} between ${dayOf("from")} - 1 and ${dayOf("until")} + 1)`;

// `date_part` counts in floating point, right to the millisecond; the decimals of `extract` are dearer.
const epochMs = (column: typeof appointments.blockedFrom) =>
  sql`(date_part('epoch', ${column}) * 1000)::bigint`;
const another = sql`${appointments.id} is distinct from ${sql.placeholder("ignore")}::uuid`;
const rangesOf = (where: SQL) => sql<[from: number, until: number][]>`(
  select coalesce(json_agg(json_build_array(${epochMs(appointments.blockedFrom)}, ${epochMs(appointments.blockedUntil)})), '[]')
  from ${appointments} where ${appointments.professionalId} = ${professionals.id} and ${where})`;
const BUSY = rangesOf(
  sql`${appointments.startsAt} >= ${given("from")} and ${appointments.startsAt} < ${given("until")}
    and ${takesTime(given("now"))} and ${another}`,
);
/** Only blocks are longer than the reach; an index of their own leads to those that began before. */
const BLOCKS = rangesOf(
  sql`${appointments.kind} = 'block' and ${appointments.status} = 'confirmed'
    and ${appointments.startsAt} >= ${given("blocksFrom")} and ${appointments.startsAt} < ${given("from")}`,
);

/** By local date, of whole weeks, where there is a cap to compare with. */
const BOOKED = sql<[date: string, count: number][] | null>`
  case when ${professionals.maxPerDay} is not null or ${professionals.maxPerWeek} is not null then (
    select coalesce(json_agg(json_build_array(per_day.day, per_day.booked)), '[]') from (
      select (${appointments.startsAt} at time zone ${professionals.zone})::date as day, count(*) as booked
      from ${appointments} where ${appointments.professionalId} = ${professionals.id}
        and ${appointments.startsAt} >= ${given("from")} - interval '8 days'
        and ${appointments.startsAt} < ${given("until")} + interval '8 days'
        and ${countsTowardCaps(given("now"))} and ${another}
      group by 1) as per_day) end`;

function prepare(db: Db | Tx, name: string, where: SQL | undefined) {
  return db
    .select({
      professionalId: professionals.id,
      slug: professionals.slug,
      zone: professionals.zone,
      currency: professionals.currency,
      slotStepMinutes: professionals.slotStepMinutes,
      maxPending: professionals.maxPending,
      maxPerDay: professionals.maxPerDay,
      maxPerWeek: professionals.maxPerWeek,
      holidays: professionals.holidays,
      suspendedAt: professionals.suspendedAt,
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
        questions: services.questions,
        active: services.active,
      },
      windows: WINDOWS,
      exceptions: EXCEPTIONS,
      busy: BUSY,
      blocks: BLOCKS,
      booked: BOOKED,
    })
    .from(professionals)
    .leftJoin(
      services,
      and(
        eq(services.professionalId, professionals.id),
        eq(services.id, sql.placeholder("serviceId")),
      ),
    )
    .where(where)
    .prepare(name);
}
