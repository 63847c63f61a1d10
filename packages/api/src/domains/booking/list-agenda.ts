import { professionals } from "@odys/db/schema/accounts";
import { appointments, services } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import type {
  Agenda,
  AgendaDay,
  AgendaItem,
  ListAgendaInput,
} from "@odys/shared/booking/agenda-schema";
import { type Hours, hoursOf } from "@odys/shared/booking/windows";
import { DAY_MS, dateOfDay, dayOfDate } from "@odys/shared/kernel/calendar";
import { and, asc, eq, gt, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@odys/db/client";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { takesTime } from "./caps-queries.ts";
import { readHours } from "./rules-queries.ts";

/** How long before a range something may have begun that reaches into it. */
const REACH_DAYS = 32;

/**
 * Everything that a calendar of these days shows, in one flight of statements: what takes time, with
 * its buffers, and the working hours of each day as instants. Days are the professional's.
 */
export function listAgenda(
  ctx: ProfessionalCtx,
  { from, to, cancelled }: ListAgendaInput,
): Promise<Agenda> {
  return withTransaction(ctx, async (tx) => {
    const [rules, rows] = await Promise.all([
      readHours(tx, ctx.professionalId, { from, to }),
      selectItems(tx, ctx, { from, to, cancelled }),
    ]);
    const notes = new Map([
      ...rules.closed.map(({ date, names }) => [date, names[ctx.locale]] as const),
      ...rules.exceptions.map(({ date, note }) => [date, note] as const),
    ]);
    return {
      zone: rules.zone,
      slotStepMinutes: rules.slotStepMinutes,
      days: daysOf(hoursOf(rules), notes, from, to),
      items: rows.map(toItem),
    };
  });
}

function daysOf(
  hours: Hours,
  notes: ReadonlyMap<string, string>,
  from: string,
  to: string,
): AgendaDay[] {
  const iso = (ms: number) => new Date(ms).toISOString();
  const days: AgendaDay[] = [];
  for (let day = dayOfDate(from); day <= dayOfDate(to); day++) {
    const date = dateOfDay(day);
    days.push({
      date,
      startsAt: iso(hours.zone.instantAt(day * DAY_MS)),
      endsAt: iso(hours.zone.instantAt((day + 1) * DAY_MS)),
      hours: hours
        .windowsOn(day)
        .filter(({ start, end }) => start < end)
        .map(({ start, end }) => ({ startsAt: iso(start), endsAt: iso(end) })),
      source: hours.planOn(day).source,
      note: notes.get(date) ?? "",
    });
  }
  return days;
}

function selectItems(tx: Tx, ctx: ProfessionalCtx, { from, to, cancelled }: ListAgendaInput) {
  // A scalar subquery is asked once, so that the bounds still lead into the index.
  const zone = sql`(select ${professionals.zone} from ${professionals} where ${professionals.id} = ${ctx.professionalId})`;
  const midnight = (date: string, days: number): SQL =>
    sql`((${date}::date + ${days}::int)::timestamp at time zone ${zone})`;
  const now = new Date(ctx.clock.now()).toISOString();
  const quiet = ["no_show" as const, ...(cancelled ? (["cancelled", "rejected"] as const) : [])];
  return tx
    .select({
      id: appointments.id,
      kind: appointments.kind,
      status: appointments.status,
      paymentStatus: appointments.paymentStatus,
      startsAt: appointments.startsAt,
      endsAt: appointments.endsAt,
      blockedFrom: appointments.blockedFrom,
      blockedUntil: appointments.blockedUntil,
      overrides: sql<boolean>`${appointments.overrideReason} is not null`,
      title: appointments.serviceName,
      priceAmount: appointments.priceAmount,
      currency: appointments.currency,
      serviceId: appointments.serviceId,
      color: services.color,
      client: { id: clients.id, name: clients.name },
    })
    .from(appointments)
    .leftJoin(
      clients,
      and(
        eq(clients.professionalId, appointments.professionalId),
        eq(clients.id, appointments.clientId),
      ),
    )
    .leftJoin(
      services,
      and(
        eq(services.professionalId, appointments.professionalId),
        eq(services.id, appointments.serviceId),
      ),
    )
    .where(
      and(
        eq(appointments.professionalId, ctx.professionalId),
        gte(appointments.startsAt, midnight(from, -REACH_DAYS)),
        // A buffer of tomorrow's first meeting may begin today.
        lt(appointments.startsAt, midnight(to, 2)),
        lt(appointments.blockedFrom, midnight(to, 1)),
        gt(appointments.blockedUntil, midnight(from, 0)),
        or(takesTime(sql`${now}::timestamptz`), inArray(appointments.status, quiet)),
      ),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.id));
}

type ItemRow = Awaited<ReturnType<typeof selectItems>>[number];

function toItem({ priceAmount, currency, ...row }: ItemRow): AgendaItem {
  return {
    ...row,
    price: { amount: priceAmount, currency },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    blockedFrom: row.blockedFrom.toISOString(),
    blockedUntil: row.blockedUntil.toISOString(),
  };
}
