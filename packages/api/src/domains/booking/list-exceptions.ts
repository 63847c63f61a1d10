import type { DateRange, ExceptionList } from "@odys/shared/booking/rules-schema";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { readExceptions } from "./rules-queries.ts";

/** The practice's date exceptions of a range, by date. */
export async function listExceptions(
  ctx: ProfessionalCtx,
  range: DateRange,
): Promise<ExceptionList> {
  return withTransaction(ctx, async (tx) => ({
    exceptions: await readExceptions(tx, ctx.professionalId, range),
  }));
}
