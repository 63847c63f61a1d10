import type { Appointment } from "@odys/shared/booking/schema";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { changeStatus } from "./queries.ts";

/** Declines a request; its time is free again at once. NOT_FOUND, INVALID_TRANSITION. */
export function rejectAppointment(
  ctx: ProfessionalCtx,
  { id, reason }: { id: string; reason: string },
): Promise<Appointment> {
  return withTransaction(ctx, (_, inner) =>
    changeStatus(inner, { id, professionalId: ctx.professionalId, to: "rejected", reason }),
  );
}
