import type { Tx } from "@odys/db/client";
import { professionals } from "@odys/db/schema/accounts";
import { messageSettings, messageSpending } from "@odys/db/schema/messaging/deliveries";
import { minuteOfTime, timeOfMinute } from "@odys/shared/kernel/calendar";
import { DomainError } from "@odys/shared/kernel/errors";
import { CURRENCIES } from "@odys/shared/kernel/money";
import type {
  MessageSettings,
  SetMessageSettingsInput,
} from "@odys/shared/messaging/settings-schema";
import { and, eq, sql } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { DEFAULTS, SETTINGS } from "./queries.ts";

/** How the caller's practice has its messages sent, and what they have cost this month. NOT_FOUND. */
export async function readSettings(tx: Tx, ctx: ProfessionalCtx): Promise<MessageSettings> {
  const now = new Date(ctx.clock.now()).toISOString();
  const [row] = await tx
    .select({
      settings: SETTINGS,
      currency: professionals.currency,
      spentMicros: messageSpending.spentMicros,
    })
    .from(professionals)
    .leftJoin(messageSettings, eq(messageSettings.professionalId, professionals.id))
    .leftJoin(
      messageSpending,
      and(
        eq(messageSpending.professionalId, professionals.id),
        eq(messageSpending.currency, professionals.currency),
        eq(
          messageSpending.month,
          sql`to_char(${now}::timestamptz at time zone ${professionals.zone}, 'YYYY-MM')`,
        ),
      ),
    )
    .where(eq(professionals.id, ctx.professionalId));
  if (!row) throw new DomainError("NOT_FOUND");
  const { currency, spentMicros } = row;
  const { quietFrom, quietUntil, monthlyBudget, ...settings } = row.settings ?? DEFAULTS;
  return {
    ...settings,
    quietFrom: timeOfMinute(quietFrom),
    quietUntil: timeOfMinute(quietUntil),
    monthlyBudget: monthlyBudget === null ? null : { amount: monthlyBudget, currency },
    spent: { amount: Math.ceil((spentMicros ?? 0) / 10 ** (6 - CURRENCIES[currency])), currency },
  };
}

/** What was given, as it is kept. */
export function settingsRow({
  quietFrom,
  quietUntil,
  monthlyBudget,
  ...rest
}: SetMessageSettingsInput): Partial<typeof messageSettings.$inferInsert> {
  return {
    ...rest,
    ...(quietFrom !== undefined && { quietFrom: minuteOfTime(quietFrom) }),
    ...(quietUntil !== undefined && { quietUntil: minuteOfTime(quietUntil) }),
    ...(monthlyBudget !== undefined && { monthlyBudget: monthlyBudget?.amount ?? null }),
  };
}
