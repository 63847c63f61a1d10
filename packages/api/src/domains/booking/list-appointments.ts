import { professionals } from "@odys/db/schema/accounts";
import { appointments } from "@odys/db/schema/booking";
import type { AppointmentPage, ListAppointmentsInput } from "@odys/shared/booking/schema";
import { and, asc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { readPosition, writePosition } from "./position-queries.ts";
import { selectAppointments, toAppointment } from "./queries.ts";

/** A page of the agenda, earliest first. Days are those of the professional's zone. */
export function listAppointments(
  ctx: ProfessionalCtx,
  { from, to, status, cursor, limit }: ListAppointmentsInput,
): Promise<AppointmentPage> {
  const after = cursor === undefined ? null : readPosition(cursor);
  const own = eq(appointments.professionalId, ctx.professionalId);
  // A scalar subquery is asked once, so that the bounds still lead into the index.
  const zone = sql`(select ${professionals.zone} from ${professionals} where ${professionals.id} = ${ctx.professionalId})`;
  const midnight = (date: string, days: number): SQL =>
    sql`((${date}::date + ${days}::int)::timestamp at time zone ${zone})`;
  return withTransaction(ctx, async (tx) => {
    const rows = await selectAppointments(
      tx,
      and(
        own,
        from === undefined ? undefined : gte(appointments.startsAt, midnight(from, 0)),
        to === undefined ? undefined : lt(appointments.startsAt, midnight(to, 1)),
        status && inArray(appointments.status, status),
        after
          ? sql`(${appointments.startsAt}, ${appointments.id}) > (${after.startsAt}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
      .orderBy(asc(appointments.startsAt), asc(appointments.id))
      .limit(limit + 1);
    const items = rows.slice(0, limit).map(toAppointment);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return { items, nextCursor: more ? writePosition(last) : null };
  });
}
