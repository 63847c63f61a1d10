import { notifications } from "@odys/db/schema/messaging";
import { messageSpending } from "@odys/db/schema/messaging/deliveries";
import { CURRENCIES, type Currency } from "@odys/shared/kernel/money";
import { newId } from "@odys/shared/kernel/ids";
import { inCurrency, priceOf } from "@odys/shared/messaging/prices";
import { countryOf } from "@odys/shared/kernel/phone";
import { zoneOf } from "@odys/shared/kernel/zone";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import type { DueNews } from "./queries.ts";

/** Of a budget, from where on the professional is told that it runs out. */
const LOW = 0.8;

type Cost = { micros: number; currency: Currency };

/** What one WhatsApp message to that client costs its practice now, in the practice's currency. */
export function costOf(ctx: Ctx, { client, professional, windowOpen }: DueNews): Cost {
  const category = windowOpen ? "service" : "utility";
  const at = new Date(ctx.clock.now()).toISOString();
  const price = priceOf(ctx.whatsapp.driver, category, countryOf(client.phone) ?? "*", at);
  const { currency } = professional;
  return { micros: inCurrency(price, currency), currency };
}

/**
 * Takes the price of a message from the month's budget before it leaves, so that however many leave at
 * once the cap holds. False when it would go beyond: nothing is taken then. Says once a month that the
 * budget runs out, and once that it has.
 */
export function reserve(ctx: Ctx, news: DueNews, { micros, currency }: Cost): Promise<boolean> {
  if (micros === 0) return Promise.resolve(true);
  const { professional, settings } = news;
  const cap = capOf(settings.monthlyBudget, currency);
  const month = monthOf(ctx, professional.zone);
  return withSystemTransaction(ctx, async (tx) => {
    const { spentMicros } = messageSpending;
    await tx
      .insert(messageSpending)
      .values({ professionalId: professional.id, month, currency })
      .onConflictDoNothing();
    const one = and(
      eq(messageSpending.professionalId, professional.id),
      eq(messageSpending.month, month),
    );
    const [taken] = await tx
      .update(messageSpending)
      .set({ spentMicros: sql`${spentMicros} + ${micros}` })
      .where(and(one, cap === null ? undefined : sql`${spentMicros} + ${micros} <= ${cap}`))
      .returning({ spent: spentMicros });
    if (cap === null) return true;
    const now = new Date(ctx.clock.now());
    const low = taken && taken.spent >= cap * LOW;
    const told = taken
      ? low && {
          set: { warnedAt: now },
          since: messageSpending.warnedAt,
          type: "budget_low" as const,
        }
      : {
          set: { stoppedAt: now },
          since: messageSpending.stoppedAt,
          type: "budget_reached" as const,
        };
    if (told) {
      const [first] = await tx
        .update(messageSpending)
        .set(told.set)
        .where(and(one, isNull(told.since)))
        .returning({ month: messageSpending.month });
      if (first)
        await tx
          .insert(notifications)
          .values({
            id: newId(),
            userId: news.recipients.professional.userId,
            type: told.type,
            params: { audience: "professional", month },
            dedupeKey: `${told.type}:${professional.id}:${month}`,
            createdAt: now,
          })
          .onConflictDoNothing({ target: notifications.dedupeKey });
    }
    return taken !== undefined;
  });
}

/** Gives back what a message would have cost that was not taken. */
export async function giveBack(ctx: Ctx, { professional }: DueNews, micros: number): Promise<void> {
  if (micros === 0) return;
  const month = monthOf(ctx, professional.zone);
  await withSystemTransaction(ctx, (tx) =>
    tx
      .update(messageSpending)
      .set({ spentMicros: sql`greatest(${messageSpending.spentMicros} - ${micros}, 0)` })
      .where(
        and(eq(messageSpending.professionalId, professional.id), eq(messageSpending.month, month)),
      ),
  );
}

function capOf(budget: number | null, currency: Currency): number | null {
  return budget === null ? null : budget * 10 ** (6 - CURRENCIES[currency]);
}

/** `YYYY-MM` on the practice's wall. */
function monthOf({ clock }: Ctx, zone: string): string {
  return new Date(zoneOf(zone).wallAt(clock.now())).toISOString().slice(0, 7);
}
