import { appointments } from "@odys/db/schema/booking";
import type { Occupation } from "@odys/shared/booking/life-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";
import { readMovable, toOccupation } from "./move-queries.ts";

/**
 * Lifts a block: its time is free again at once, and `reopen` takes it back. Twice is not an error.
 * NOT_FOUND, also for a meeting.
 */
export function unblock(ctx: ProfessionalCtx, { id }: { id: string }): Promise<Occupation> {
  const { professionalId } = ctx;
  return withTransaction(ctx, async (tx, inner) => {
    const row = await readMovable(tx, { id, professionalId });
    if (row?.kind !== "block") throw new DomainError("NOT_FOUND");
    if (row.status !== "confirmed") return toOccupation(row);
    const set = { status: "cancelled", cancelledBy: "professional" } as const;
    await tx
      .update(appointments)
      .set({ ...set, updatedAt: new Date(ctx.clock.now()) })
      .where(and(eq(appointments.professionalId, professionalId), eq(appointments.id, id)));
    await emit(inner, "booking.appointment_changed", {
      appointmentId: id,
      professionalId,
      from: row.status,
      to: set.status,
      by: "professional",
    });
    return toOccupation({ ...row, ...set });
  });
}
