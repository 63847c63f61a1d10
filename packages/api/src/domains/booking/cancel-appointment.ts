import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import type { ChangedAppointment } from "@odys/shared/booking/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { withSystemTransaction, withTransaction } from "../../kernel/transaction.ts";
import { cancelAsClient } from "./manage-queries.ts";
import { changeStatus } from "./queries.ts";

/**
 * Cancels, from either side: the professional's, or that of the client who is linked to it. It
 * stays in the history. NOT_FOUND for whoever is neither; INVALID_TRANSITION. Of a client it is
 * refused once it has begun, and CANCELLATION_TOO_LATE, with the policy, after the practice's notice.
 */
export function cancelAppointment(
  ctx: UserCtx,
  { id, reason }: { id: string; reason: string },
): Promise<ChangedAppointment> {
  const { professionalId: own, userId } = ctx.actor;
  return withTransaction(ctx, async (tx, inner) => {
    // The policies show a row to its professional and to its client, and to nobody else.
    const [row] = await tx
      .select({
        professionalId: appointments.professionalId,
        userId: clients.userId,
      })
      .from(appointments)
      .innerJoin(
        clients,
        and(
          eq(clients.professionalId, appointments.professionalId),
          eq(clients.id, appointments.clientId),
        ),
      )
      .where(eq(appointments.id, id));
    if (!row) throw new DomainError("NOT_FOUND");
    const change = { id, professionalId: row.professionalId, to: "cancelled", reason } as const;
    if (row.professionalId === own) return changeStatus(inner, change);
    if (row.userId !== userId) throw new DomainError("NOT_FOUND");
    const { professionalId } = row;
    return withSystemTransaction(inner, (_, system) =>
      cancelAsClient(system, { id, professionalId, reason }),
    );
  });
}
