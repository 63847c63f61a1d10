import { professionals } from "@odys/db/schema/accounts";
import { services } from "@odys/db/schema/booking";
import { entitlements } from "@odys/shared/billing/plans";
import type { SaveServiceInput, Service } from "@odys/shared/booking/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { newId } from "@odys/shared/kernel/ids";
import { and, eq, sql } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";
import { selectServices, toService } from "./queries.ts";

/**
 * Makes a service or changes one. What is booked already keeps its price and duration.
 * NOT_FOUND, FEATURE_NOT_IN_PLAN for automatic confirmation, VALIDATION_ERROR for another currency.
 */
export function saveService(ctx: ProfessionalCtx, input: SaveServiceInput): Promise<Service> {
  const { id = newId(), price, active, ...fields } = input;
  const { professionalId } = ctx;
  const now = ctx.clock.now();
  const own = and(eq(services.professionalId, professionalId), eq(services.id, id));
  const values = {
    ...fields,
    priceAmount: price.amount,
    ...(active !== undefined && { active }),
    updatedAt: new Date(now),
  };
  return withTransaction(ctx, async (tx, inner) => {
    const [practice] = await tx
      .select({
        currency: professionals.currency,
        plan: professionals.plan,
        trialEndsAt: professionals.trialEndsAt,
        reminders: sql<
          number[] | null
        >`(select ${services.reminderMinutes} from ${services} where ${own})`,
      })
      .from(professionals)
      .where(eq(professionals.id, professionalId));
    if (!practice) throw new DomainError("NOT_FOUND");
    if (price.currency !== practice.currency)
      throw new DomainError("VALIDATION_ERROR", { fields: { "price.currency": ["currency"] } });
    const plan = entitlements(practice.plan, practice.trialEndsAt?.getTime() ?? null, now);
    if (fields.confirmation === "automatic" && !plan.has("auto_confirm"))
      throw new DomainError("FEATURE_NOT_IN_PLAN", { feature: "auto_confirm" });

    const position = sql<number>`(select coalesce(max(${services.position}) + 1, 0) from ${services} where ${services.professionalId} = ${professionalId})`;
    const [, [row]] = await Promise.all([
      input.id
        ? tx.update(services).set(values).where(own)
        : tx
            .insert(services)
            .values({ ...values, id, professionalId, position, createdAt: new Date(now) }),
      selectServices(tx, own),
    ]);
    if (!row) throw new DomainError("NOT_FOUND");
    if (input.id && String(practice.reminders) !== String(fields.reminderMinutes))
      await emit(inner, "messaging.reminders_changed", { professionalId });
    return toService(row);
  });
}
