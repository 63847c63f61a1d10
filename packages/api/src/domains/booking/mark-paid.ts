import { appointments } from "@odys/db/schema/booking";
import type { Appointment } from "@odys/shared/booking/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { announce, withTransaction } from "../../kernel/transaction.ts";
import { selectAppointments, toAppointment } from "./queries.ts";

/**
 * Notes that the client paid by other ways, or takes that back. Twice is not an error. NOT_FOUND;
 * INVALID_TRANSITION with the payment's status where a provider has a hand in it.
 */
export function markPaid(
  ctx: ProfessionalCtx,
  { id, paid }: { id: string; paid: boolean },
): Promise<Appointment> {
  const [from, to] = paid ? (["none", "captured"] as const) : (["captured", "none"] as const);
  const own = and(
    eq(appointments.professionalId, ctx.professionalId),
    eq(appointments.kind, "meeting"),
    eq(appointments.id, id),
  );
  return withTransaction(ctx, async (tx, inner) => {
    const [, [row]] = await Promise.all([
      tx
        .update(appointments)
        .set({ paymentStatus: to, updatedAt: new Date(ctx.clock.now()) })
        .where(and(own, eq(appointments.paymentStatus, from))),
      selectAppointments(tx, own),
    ]);
    if (!row) throw new DomainError("NOT_FOUND");
    if (row.paymentStatus !== to)
      throw new DomainError("INVALID_TRANSITION", { paymentStatus: row.paymentStatus });
    announce(inner, `professional:${ctx.professionalId}`);
    return toAppointment(row);
  });
}
