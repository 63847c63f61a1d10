import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import type { ListClientAppointmentsInput } from "@odys/shared/booking/client-schema";
import type { AppointmentPage } from "@odys/shared/booking/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, desc, eq, sql } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { readPosition, writePosition } from "./position-queries.ts";
import { selectAppointments, toAppointment } from "./queries.ts";

/** A page of one client's history, latest first, whatever became of it. NOT_FOUND. */
export function listClientAppointments(
  ctx: ProfessionalCtx,
  { clientId, cursor, limit }: ListClientAppointmentsInput,
): Promise<AppointmentPage> {
  const { professionalId } = ctx;
  const before = cursor === undefined ? null : readPosition(cursor);
  return withTransaction(ctx, async (tx) => {
    const [[known], rows] = await Promise.all([
      tx
        .select({ id: clients.id })
        .from(clients)
        .where(and(eq(clients.professionalId, professionalId), eq(clients.id, clientId))),
      selectAppointments(
        tx,
        and(
          eq(appointments.professionalId, professionalId),
          eq(appointments.clientId, clientId),
          before
            ? sql`(${appointments.startsAt}, ${appointments.id}) < (${before.startsAt}::timestamptz, ${before.id}::uuid)`
            : undefined,
        ),
      )
        .orderBy(desc(appointments.startsAt), desc(appointments.id))
        .limit(limit + 1),
    ]);
    if (!known) throw new DomainError("NOT_FOUND");
    const items = rows.slice(0, limit).map(toAppointment);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writePosition(last) : null };
  });
}
