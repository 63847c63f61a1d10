import { messageSettings } from "@odys/db/schema/messaging/deliveries";
import { DomainError } from "@odys/shared/kernel/errors";
import type {
  MessageSettings,
  SetMessageSettingsInput,
} from "@odys/shared/messaging/settings-schema";
import { eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";
import { readSettings, settingsRow } from "./settings-queries.ts";

/** What the reminders that are planned already depend on. */
const PLANNED_BY = ["reminderMinutes", "quietFrom", "quietUntil", "clientChannels"] as const;

/**
 * Changes what is given of how messages are sent. VALIDATION_ERROR for a budget in another currency
 * than the practice's.
 */
export function setSettings(
  ctx: ProfessionalCtx,
  input: SetMessageSettingsInput,
): Promise<MessageSettings> {
  const { professionalId } = ctx;
  const now = new Date(ctx.clock.now());
  return withTransaction(ctx, async (tx, inner) => {
    // From here on one at a time, so that each change of the plan is seen once.
    await tx
      .insert(messageSettings)
      .values({ professionalId, updatedAt: now })
      .onConflictDoUpdate({ target: messageSettings.professionalId, set: { updatedAt: now } });
    const before = await readSettings(tx, ctx);
    const { currency } = before.spent;
    if (input.monthlyBudget && input.monthlyBudget.currency !== currency)
      throw new DomainError("VALIDATION_ERROR", {
        fields: { "monthlyBudget.currency": ["currency"] },
      });
    await tx
      .update(messageSettings)
      .set({ ...settingsRow(input), updatedAt: now })
      .where(eq(messageSettings.professionalId, professionalId));
    const after = await readSettings(tx, ctx);
    if (PLANNED_BY.some((name) => String(before[name]) !== String(after[name])))
      await emit(inner, "messaging.reminders_changed", { professionalId });
    return after;
  });
}
