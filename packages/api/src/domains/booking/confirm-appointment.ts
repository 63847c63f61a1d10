import type { Appointment } from "@odys/shared/booking/schema";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { assertRoomFor, type Confirmed } from "./plan-queries.ts";
import { changeStatus } from "./queries.ts";

/**
 * Accepts a request. Twice is not an error and tells nobody again. NOT_FOUND, INVALID_TRANSITION;
 * PLAN_LIMIT_REACHED when it is somebody's first time and the plan has no room for another client.
 */
export function confirmAppointment(
  ctx: ProfessionalCtx,
  { id }: { id: string },
): Promise<Appointment> {
  const { professionalId } = ctx;
  return withTransaction(ctx, (_, inner) => {
    const check = (changed: Confirmed) => assertRoomFor(inner, professionalId, changed);
    const only = ["pending_confirmation"] as const;
    return changeStatus(inner, { id, professionalId, to: "confirmed", only, check });
  });
}
