import { professionals } from "@odys/db/schema/accounts";
import type { Rules } from "@odys/shared/booking/rules-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { ruleColumns } from "./rules-queries.ts";

/** What besides hours and services says what can be booked: step, caps, holidays, how guests are met. */
export async function getRules(ctx: ProfessionalCtx): Promise<Rules> {
  const [rules] = await withTransaction(ctx, (tx) =>
    tx.select(ruleColumns).from(professionals).where(eq(professionals.id, ctx.professionalId)),
  );
  if (!rules) throw new DomainError("NOT_FOUND");
  return rules;
}
