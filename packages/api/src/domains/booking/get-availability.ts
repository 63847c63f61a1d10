import type { Availability } from "@odys/shared/booking/schema";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { readWeek } from "./queries.ts";

/** The weekly hours in the professional's wall time, from Sunday on. */
export function getAvailability(ctx: ProfessionalCtx): Promise<Availability> {
  return withTransaction(ctx, (tx) => readWeek(tx, ctx.professionalId));
}
