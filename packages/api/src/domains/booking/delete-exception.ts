import { availabilityExceptions } from "@odys/db/schema/booking";
import type { DateRange, ExceptionList } from "@odys/shared/booking/rules-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { exceptionColumns, exceptionsIn, toException } from "./rules-queries.ts";

/** Takes back what was said of the dates of a range; answers what that was. NOT_FOUND for nothing. */
export async function deleteException(
  ctx: ProfessionalCtx,
  range: DateRange,
): Promise<ExceptionList> {
  const rows = await withTransaction(ctx, (tx) =>
    tx
      .delete(availabilityExceptions)
      .where(exceptionsIn(ctx.professionalId, range))
      .returning(exceptionColumns),
  );
  if (rows.length === 0) throw new DomainError("NOT_FOUND");
  const byDate = rows.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return { exceptions: byDate.map(toException) };
}
