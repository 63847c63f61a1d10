import { appointments } from "@odys/db/schema/booking";
import { deliveries, deliveryAttempts } from "@odys/db/schema/messaging/deliveries";
import { DomainError } from "@odys/shared/kernel/errors";
import type { DeliveryList } from "@odys/shared/messaging/delivery-schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { canSendAgain } from "./delivery-queries.ts";

/** More has never been sent about one appointment; what comes after is not shown. */
const MOST = 200;

/**
 * Every message about an appointment, in the order in which they leave: planned, accepted, delivered,
 * read, failed, and on which ways. NOT_FOUND.
 */
export function listDeliveries(
  ctx: ProfessionalCtx,
  { id }: { id: string },
): Promise<DeliveryList> {
  return withTransaction(ctx, async (tx) => {
    const own = and(eq(appointments.professionalId, ctx.professionalId), eq(appointments.id, id));
    const [[appointment], rows] = await Promise.all([
      tx.select({ at: appointments.attendanceConfirmedAt }).from(appointments).where(own),
      tx
        .select()
        .from(deliveries)
        .where(eq(deliveries.appointmentId, id))
        .orderBy(asc(deliveries.notBefore), asc(deliveries.id))
        .limit(MOST),
    ]);
    if (!appointment) throw new DomainError("NOT_FOUND");
    const ids = rows.map((row) => row.id);
    const attempts = await tx
      .select()
      .from(deliveryAttempts)
      .where(inArray(deliveryAttempts.deliveryId, ids))
      .orderBy(asc(deliveryAttempts.startedAt), asc(deliveryAttempts.id));
    const said = (at: Date | null) => at?.toISOString() ?? null;
    return {
      attendanceConfirmedAt: said(appointment.at),
      items: rows.map((row) => ({
        id: row.id,
        audience: row.audience,
        template: row.template,
        state: row.state,
        reason: row.reason,
        channel: row.channel,
        notBefore: row.notBefore.toISOString(),
        canSendAgain: canSendAgain(row),
        attempts: attempts
          .filter(({ deliveryId }) => deliveryId === row.id)
          .map((one) => ({
            channel: one.channel,
            state: one.state,
            reason: one.reason,
            startedAt: one.startedAt.toISOString(),
            acceptedAt: said(one.acceptedAt),
            sentAt: said(one.sentAt),
            deliveredAt: said(one.deliveredAt),
            readAt: said(one.readAt),
            failedAt: said(one.failedAt),
          })),
      })),
    };
  });
}
