import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import type { AdminAppointmentRow, ListAppointmentsInput } from "@odys/shared/admin/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { asAdmin, contains, pageOf, selectAnyAppointments, toAppointmentRow } from "./queries.ts";

/** Appointments of all practices, the latest first. Numbers and addresses are masked. */
export function listAppointments(
  ctx: UserCtx,
  { id, professionalId, client, from, to, status, cursor, limit }: ListAppointmentsInput,
): Promise<{ items: AdminAppointmentRow[]; nextCursor: string | null }> {
  const before = cursor === undefined ? null : readCursor(cursor);
  const midnight = (date: string, days: number) =>
    sql`((${date}::date + ${days}::int)::timestamp at time zone 'UTC')`;
  return asAdmin(ctx, async (tx) => {
    const rows = await selectAnyAppointments(
      tx,
      and(
        id === undefined ? undefined : eq(appointments.id, id),
        professionalId === undefined ? undefined : eq(appointments.professionalId, professionalId),
        contains(sql`${clients.foldedName}`, client),
        status && eq(appointments.status, status),
        from === undefined ? undefined : gte(appointments.startsAt, midnight(from, 0)),
        to === undefined ? undefined : lt(appointments.startsAt, midnight(to, 1)),
        before
          ? sql`(${appointments.startsAt}, ${appointments.id}) < (${before.startsAt}::timestamptz, ${before.id}::uuid)`
          : undefined,
      ),
    )
      .orderBy(desc(appointments.startsAt), desc(appointments.id))
      .limit(limit + 1);
    return pageOf(rows, limit, toAppointmentRow, ({ appointment }) =>
      Buffer.from(`${appointment.startsAt.toISOString()}|${appointment.id}`).toString("base64url"),
    );
  });
}

const POSITION =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readCursor(cursor: string): { startsAt: string; id: string } {
  const [, startsAt, id] = POSITION.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (!startsAt || !id || Number.isNaN(Date.parse(startsAt)))
    throw new DomainError("VALIDATION_ERROR", { fields: { cursor: ["invalid"] } });
  return { startsAt, id };
}
