import { deliveries } from "@odys/db/schema/messaging/deliveries";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withSystemTransaction, withTransaction } from "../../kernel/transaction.ts";
import { recordAccess } from "../ops/index.ts";
import { canSendAgain, insertPlans } from "./delivery-queries.ts";

const HOUR_MS = 3_600_000;

/**
 * Has a message that did not arrive sent anew, from the first channel on and by what is true now: as a
 * delivery of its own, so that the ledger keeps what was. Asked twice it is one. NOT_FOUND,
 * INVALID_TRANSITION for one that has arrived or is still under way.
 */
export async function sendAgain(
  ctx: ProfessionalCtx,
  { id }: { id: string },
): Promise<{ id: string }> {
  await withTransaction(ctx, async (tx, inner) => {
    const [row] = await tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.professionalId, ctx.professionalId), eq(deliveries.id, id)));
    if (!row) throw new DomainError("NOT_FOUND");
    if (!canSendAgain(row)) throw new DomainError("INVALID_TRANSITION", { state: row.state });
    await recordAccess(inner, {
      table: "deliveries",
      row: id,
      professionalId: ctx.professionalId,
      operation: "replay",
    });
    const now = ctx.clock.now();
    const {
      professionalId,
      appointmentId,
      clientId,
      audience,
      template,
      locale,
      params,
      channels,
    } = row;
    await withSystemTransaction(inner, (_, system) =>
      insertPlans(system, [
        {
          professionalId,
          appointmentId,
          clientId,
          audience,
          template,
          locale,
          params,
          channels,
          dedupeKey: `again:${id}`,
          notBefore: new Date(now),
          notAfter: new Date(now + HOUR_MS),
        },
      ]),
    );
  });
  return { id };
}
