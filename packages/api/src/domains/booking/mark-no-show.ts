import type { Appointment } from "@odys/shared/booking/schema";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { assertBegun, changeStatus } from "./queries.ts";

/**
 * The client did not come; what is left of the time is free again. Twice is not an error. NOT_FOUND,
 * INVALID_TRANSITION, NOT_BEGUN before its start.
 */
export function markNoShow(ctx: ProfessionalCtx, { id }: { id: string }): Promise<Appointment> {
  const { professionalId } = ctx;
  return withTransaction(ctx, (_, inner) =>
    changeStatus(inner, {
      id,
      professionalId,
      to: "no_show",
      check: (changed) => assertBegun(inner, changed.startsAt),
    }),
  );
}
