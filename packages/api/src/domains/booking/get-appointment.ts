import { appointments } from "@odys/db/schema/booking";
import type { Appointment } from "@odys/shared/booking/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { selectAppointments, toAppointment } from "./queries.ts";

/** One of the professional's appointments, with how to reach the client. NOT_FOUND. */
export function getAppointment(ctx: ProfessionalCtx, { id }: { id: string }): Promise<Appointment> {
  return withTransaction(ctx, async (tx) => {
    const [row] = await selectAppointments(
      tx,
      and(eq(appointments.professionalId, ctx.professionalId), eq(appointments.id, id)),
    );
    if (!row) throw new DomainError("NOT_FOUND");
    return toAppointment(row);
  });
}
