import { appointments } from "@odys/db/schema/booking";
import type { AdminAppointment, IdInput } from "@odys/shared/admin/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { eq } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { recordAccess } from "../ops/index.ts";
import { asAdmin, selectAnyAppointments, toAppointmentRow } from "./queries.ts";

/**
 * One appointment, with the client's number and address. That it was opened is written down. What
 * the client wrote stays between them and the professional. NOT_FOUND.
 */
export function getAppointment(ctx: UserCtx, { id }: IdInput): Promise<AdminAppointment> {
  return asAdmin(ctx, async (tx, inner) => {
    const [row] = await selectAnyAppointments(tx, eq(appointments.id, id));
    if (!row) throw new DomainError("NOT_FOUND");
    const { appointment, professional, client } = row;
    const professionalId = professional.id;
    await recordAccess(inner, { table: "appointments", row: id, professionalId });
    return {
      ...toAppointmentRow(row),
      client,
      price: { amount: appointment.priceAmount, currency: appointment.currency },
      cancelledBy: appointment.cancelledBy,
      bookedEmail: appointment.bookedEmail || null,
      updatedAt: appointment.updatedAt.toISOString(),
    };
  });
}
