import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import type { CheckExceptionInput, ExceptionCheck } from "@odys/shared/booking/rules-schema";
import { hoursOf } from "@odys/shared/booking/windows";
import { DAY_MS, dateOfDay, dayOfDate } from "@odys/shared/kernel/calendar";
import { and, asc, eq, gte, inArray, lt } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { readWeek } from "./queries.ts";

/** As many as a person reads before deciding. */
const SHOWN = 20;

/**
 * Which meetings of a range of dates would lie outside of such hours: what a day off would leave
 * standing. Counted are those that may still take place.
 */
export function checkException(
  ctx: ProfessionalCtx,
  { from, to, windows }: CheckExceptionInput,
): Promise<ExceptionCheck> {
  const { professionalId } = ctx;
  return withTransaction(ctx, async (tx) => {
    const { zone: name } = await readWeek(tx, professionalId);
    const [first, last] = [dayOfDate(from), dayOfDate(to)];
    const exceptions = [];
    for (let day = first; day <= last; day++) exceptions.push({ date: dateOfDay(day), windows });
    const { zone, windowsOn } = hoursOf({ zone: name, weekly: [], exceptions });
    const rows = await tx
      .select({
        id: appointments.id,
        status: appointments.status,
        startsAt: appointments.startsAt,
        endsAt: appointments.endsAt,
        serviceName: appointments.serviceName,
        clientName: clients.name,
      })
      .from(appointments)
      .innerJoin(
        clients,
        and(eq(clients.professionalId, professionalId), eq(clients.id, appointments.clientId)),
      )
      .where(
        and(
          eq(appointments.professionalId, professionalId),
          gte(appointments.startsAt, new Date(zone.instantAt(first * DAY_MS))),
          lt(appointments.startsAt, new Date(zone.instantAt((last + 1) * DAY_MS))),
          inArray(appointments.status, ["pending_confirmation", "confirmed"]),
        ),
      )
      .orderBy(asc(appointments.startsAt), asc(appointments.id));
    const outside = rows.filter(({ startsAt, endsAt }) => {
      const open = windowsOn(zone.dayAt(startsAt.getTime()));
      return !open.some(({ start, end }) => start <= startsAt.getTime() && endsAt.getTime() <= end);
    });
    return {
      total: outside.length,
      appointments: outside.slice(0, SHOWN).map((row) => ({
        ...row,
        startsAt: row.startsAt.toISOString(),
        endsAt: row.endsAt.toISOString(),
      })),
    };
  });
}
