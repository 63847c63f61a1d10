import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import { nearestSlots } from "@odys/shared/booking/nearest";
import { findObstacle, type Obstacle } from "@odys/shared/booking/obstacle";
import type {
  Conflict,
  ExplainSlotInput,
  Explanation,
  Verdict,
} from "@odys/shared/booking/rules-schema";
import { listSlots } from "@odys/shared/booking/slots";
import { DAY_MS, dateOfDay, MINUTE_MS } from "@odys/shared/kernel/calendar";
import { isoOf } from "@odys/shared/kernel/instants";
import { zoneOf } from "@odys/shared/kernel/zone";
import { and, asc, eq, gt, gte, lt, sql } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { holidaysBetween } from "../../kernel/holidays.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { takesTime } from "./caps-queries.ts";
import { type Desk, readDesk } from "./read-desk.ts";
import { readExceptions } from "./rules-queries.ts";

/** How far around a wish the nearest free times are looked for. */
const NEAR_MS = 14 * DAY_MS;
/** Longer than any appointment with its buffers. */
const REACH_MS = 32 * DAY_MS;

/**
 * Why a service can or cannot be booked at an instant, with what stands in the way: the appointment,
 * the rule, the holiday. Free exactly where strangers are offered it. For the professional. NOT_FOUND.
 */
export async function explainSlot(
  ctx: ProfessionalCtx,
  { serviceId, startsAt }: ExplainSlotInput,
): Promise<Explanation> {
  const start = Date.parse(startsAt);
  const desk = await readDesk(ctx, {
    professionalId: ctx.professionalId,
    serviceId,
    from: start - NEAR_MS,
    until: start + NEAR_MS,
  });
  const { rules, service } = desk;
  return {
    zone: rules.zone,
    serviceName: service.name,
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + service.durationMinutes * MINUTE_MS).toISOString(),
    date: dateOfDay(zoneOf(rules.zone).dayAt(start)),
    verdict: await judge(ctx, desk, start),
    nearest: isoOf(nearestTo(desk, start)),
  };
}

/** Nothing at all can be booked while the page is closed or the service is put away. */
const isShut = ({ suspendedAt, service }: Desk) => suspendedAt !== null || !service.active;

async function judge(ctx: ProfessionalCtx, desk: Desk, start: number): Promise<Verdict> {
  if (desk.suspendedAt) return { reason: "page_suspended" };
  if (!desk.service.active) return { reason: "service_archived" };
  const obstacle = findObstacle(desk.rules, start);
  switch (obstacle.reason) {
    case "holiday": {
      const { date } = obstacle;
      const [holiday] = await holidaysBetween(desk.holidays, date, date);
      return { reason: "holiday", date, names: holiday?.names ?? { "pt-BR": date, en: date } };
    }
    case "exception_closed": {
      const { date } = obstacle;
      const range = { from: date, to: date };
      const [exception] = await withTransaction(ctx, (tx) =>
        readExceptions(tx, ctx.professionalId, range),
      );
      return { reason: "exception_closed", date, note: exception?.note ?? "" };
    }
    case "busy":
      return { reason: "busy", conflicts: await readConflicts(ctx, obstacle) };
    case "buffer": {
      const { bufferBeforeMinutes, bufferAfterMinutes } = desk.service;
      const conflicts = await readConflicts(ctx, obstacle);
      return { reason: "buffer", bufferBeforeMinutes, bufferAfterMinutes, conflicts };
    }
    default:
      return onTheWire(obstacle);
  }
}

type Told = Exclude<Obstacle, { reason: "holiday" | "exception_closed" | "busy" | "buffer" }>;

/** What is known without another look: instants as text. */
function onTheWire(obstacle: Told): Verdict {
  const iso = (ms: number) => new Date(ms).toISOString();
  switch (obstacle.reason) {
    case "straddles_window_end": {
      const { reason, windowEndsAt, lastStartsAt: last } = obstacle;
      return {
        reason,
        windowEndsAt: iso(windowEndsAt),
        lastStartsAt: last === null ? null : iso(last),
      };
    }
    case "off_step": {
      const { before, after } = obstacle;
      return { ...obstacle, before: iso(before), after: after === null ? null : iso(after) };
    }
    case "too_soon":
      return { ...obstacle, earliest: iso(obstacle.earliest) };
    default:
      return obstacle;
  }
}

/** What takes any of `[from, until)`, with whom it is. */
async function readConflicts(
  ctx: ProfessionalCtx,
  { from, until }: { from: number; until: number },
): Promise<Conflict[]> {
  const now = sql`${new Date(ctx.clock.now()).toISOString()}::timestamptz`;
  const own = eq(appointments.professionalId, ctx.professionalId);
  const rows = await withTransaction(ctx, (tx) =>
    tx
      .select({
        id: appointments.id,
        kind: appointments.kind,
        status: appointments.status,
        startsAt: appointments.startsAt,
        endsAt: appointments.endsAt,
        blockedFrom: appointments.blockedFrom,
        blockedUntil: appointments.blockedUntil,
        title: appointments.serviceName,
        clientName: clients.name,
      })
      .from(appointments)
      .leftJoin(
        clients,
        and(
          eq(clients.professionalId, appointments.professionalId),
          eq(clients.id, appointments.clientId),
        ),
      )
      .where(
        and(
          own,
          gte(appointments.startsAt, new Date(from - REACH_MS)),
          lt(appointments.startsAt, new Date(until + DAY_MS)),
          lt(appointments.blockedFrom, new Date(until)),
          gt(appointments.blockedUntil, new Date(from)),
          takesTime(now),
        ),
      )
      .orderBy(asc(appointments.startsAt), asc(appointments.id)),
  );
  return rows.map((row) => ({
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    blockedFrom: row.blockedFrom.toISOString(),
    blockedUntil: row.blockedUntil.toISOString(),
  }));
}

function nearestTo(desk: Desk, instant: number): number[] {
  if (isShut(desk)) return [];
  const day = zoneOf(desk.rules.zone).dayAt(instant);
  const days = NEAR_MS / DAY_MS;
  const range = { from: dateOfDay(day - days), to: dateOfDay(day + days) };
  return nearestSlots(listSlots({ ...desk.rules, ...range }), instant);
}
