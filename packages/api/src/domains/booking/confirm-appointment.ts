import type { Appointment } from "@odys/shared/booking/schema";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { changeStatus } from "./queries.ts";

/** Accepts a request. Twice is not an error and tells nobody again. NOT_FOUND, INVALID_TRANSITION. */
export function confirmAppointment(
  ctx: ProfessionalCtx,
  { id }: { id: string },
): Promise<Appointment> {
  return withTransaction(ctx, (_, inner) =>
    changeStatus(inner, { id, professionalId: ctx.professionalId, to: "confirmed" }),
  );
}
