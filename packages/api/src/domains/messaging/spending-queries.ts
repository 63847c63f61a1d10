import { statement } from "@odys/db/statement";
import { notifications } from "@odys/db/schema/messaging";
import { messageSpending } from "@odys/db/schema/messaging/deliveries";
import { CURRENCIES, type Currency } from "@odys/shared/kernel/money";
import { newId } from "@odys/shared/kernel/ids";
import { inCurrency, priceOf } from "@odys/shared/messaging/prices";
import { countryOf } from "@odys/shared/kernel/phone";
import { zoneOf } from "@odys/shared/kernel/zone";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { asSystem, withSystemTransaction } from "../../kernel/transaction.ts";
import type { DueNews } from "./queries.ts";

/** Of a budget, from where on the professional is told that it runs out. */
const LOW = 0.8;

const SINCE = { budget_low: "warnedAt", budget_reached: "stoppedAt" } as const;

const given = (name: string) => sql.placeholder(name);

type Cost = { micros: number; currency: Currency };

/** What one WhatsApp message to that client costs its practice now, in the practice's currency. */
export function costOf(ctx: Ctx, { client, professional, windowOpen }: DueNews): Cost {
  const category = windowOpen ? "service" : "utility";
  const at = new Date(ctx.clock.now()).toISOString();
  const price = priceOf(ctx.whatsapp.driver, category, countryOf(client.phone) ?? "*", at);
  const { currency } = professional;
  return { micros: inCurrency(price, currency), currency };
}

// With a cap, the first message of a month may already be beyond it.
const TAKE = statement<{ spent: number; warned: boolean }>(sql`
  insert into ${messageSpending} as s (professional_id, month, currency, spent_micros)
  select ${given("professionalId")}::uuid, ${given("month")}::text, ${given("currency")}::text,
    ${given("micros")}::bigint
  where coalesce(${given("micros")}::bigint <= ${given("cap")}::bigint, true)
  on conflict (professional_id, month) do update
    set spent_micros = s.spent_micros + excluded.spent_micros
    where coalesce(s.spent_micros + excluded.spent_micros <= ${given("cap")}::bigint, true)
  returning spent_micros::float8 as spent, warned_at is not null as warned`);

/**
 * Takes the price of a message from the month's budget before it leaves, so that however many leave at
 * once the cap holds. False when it would go beyond: nothing is taken then. Says once a month that the
 * budget runs out, and once that it has.
 */
export async function reserve(
  ctx: Ctx,
  news: DueNews,
  { micros, currency }: Cost,
): Promise<boolean> {
  if (micros === 0) return true;
  const { professional, settings } = news;
  const cap = capOf(settings.monthlyBudget, currency);
  const month = monthOf(ctx, professional.zone);
  const values = { professionalId: professional.id, month, currency, micros, cap };
  const [taken] = await TAKE(asSystem(ctx), values);
  if (!taken) await tellOnce(ctx, news, { month, currency, type: "budget_reached" });
  else if (cap !== null && taken.spent >= cap * LOW && !taken.warned)
    await tellOnce(ctx, news, { month, currency, type: "budget_low" });
  return taken !== undefined;
}

/** Tells the professional how the month's budget stands, unless that has been told. */
function tellOnce(
  ctx: Ctx,
  { professional, recipients }: DueNews,
  { month, currency, type }: { month: string; currency: Currency; type: keyof typeof SINCE },
): Promise<void> {
  const now = new Date(ctx.clock.now());
  const since = SINCE[type];
  const { professionalId } = messageSpending;
  return withSystemTransaction(ctx, async (tx) => {
    const [first] = await tx
      .insert(messageSpending)
      .values({ professionalId: professional.id, month, currency, [since]: now })
      .onConflictDoUpdate({
        target: [professionalId, messageSpending.month],
        set: { [since]: now },
        setWhere: isNull(messageSpending[since]),
      })
      .returning({ month: messageSpending.month });
    if (!first) return;
    await tx
      .insert(notifications)
      .values({
        id: newId(),
        userId: recipients.professional.userId,
        type,
        params: { audience: "professional", month },
        dedupeKey: `${type}:${professional.id}:${month}`,
        createdAt: now,
      })
      .onConflictDoNothing({ target: notifications.dedupeKey });
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
