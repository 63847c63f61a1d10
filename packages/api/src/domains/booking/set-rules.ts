import { professionals } from "@odys/db/schema/accounts";
import type { Rules, SetRulesInput } from "@odys/shared/booking/rules-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { ruleColumns } from "./rules-queries.ts";

/** Changes the rules that are named. What is booked stays, also where it is more than a new cap. */
export async function setRules(ctx: ProfessionalCtx, input: SetRulesInput): Promise<Rules> {
  const [rules] = await withTransaction(ctx, (tx) =>
    tx
      .update(professionals)
      .set({ ...input, updatedAt: new Date(ctx.clock.now()) })
      .where(eq(professionals.id, ctx.professionalId))
      .returning(ruleColumns),
  );
  if (!rules) throw new DomainError("NOT_FOUND");
  return rules;
}
