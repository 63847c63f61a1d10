import { deliveries, deliveryAttempts } from "@odys/db/schema/messaging/deliveries";
import type { DeliveryReason, Receipt } from "@odys/shared/messaging/delivery";
import { channelAfter } from "@odys/shared/messaging/ledger";
import type { WhatsAppReceipt } from "@odys/shared/messaging/whatsapp-schema";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { announce, withSystemTransaction } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";
import { isBelow, lockAttempt } from "./receipt-queries.ts";

const TIMES = {
  accepted: "acceptedAt",
  sent: "sentAt",
  delivered: "deliveredAt",
  read: "readAt",
  failed: "failedAt",
} as const satisfies Record<Receipt, keyof typeof deliveryAttempts.$inferInsert>;

type Told = Pick<WhatsAppReceipt, "providerMessageId" | "key" | "receipt" | "reason" | "at">;

/**
 * Writes what a provider tells of a message of ours. The ledger only moves forward: what is told twice,
 * late or out of order changes nothing but the time that it names. A failure sends the delivery to its
 * next channel. False when no such message is known (yet).
 */
export function applyReceipt(ctx: Ctx, driver: string, told: Told): Promise<boolean> {
  const { receipt, providerMessageId } = told;
  const now = new Date(ctx.clock.now());
  return withSystemTransaction(ctx, async (tx, inner) => {
    const found = await lockAttempt(tx, { driver, ...told });
    if (!found) return false;
    const { attempt, delivery } = found;
    const time = TIMES[receipt];
    await tx
      .update(deliveryAttempts)
      .set({
        providerMessageId,
        [time]: sql`coalesce(${deliveryAttempts[time]}, ${told.at}::timestamptz)`,
      })
      .where(eq(deliveryAttempts.id, attempt.id));
    const moved = await tx
      .update(deliveryAttempts)
      .set({ state: receipt, ...(receipt === "failed" && { reason: told.reason ?? "refused" }) })
      .where(and(eq(deliveryAttempts.id, attempt.id), isBelow(deliveryAttempts.state, receipt)))
      .returning({ id: deliveryAttempts.id });
    if (moved.length === 0) return true;

    if (receipt === "failed") await failOver(inner, found, told.reason ?? "refused");
    else {
      const seen = receipt === "delivered" || receipt === "read";
      await tx
        .update(deliveries)
        .set({ state: receipt, reason: null, updatedAt: now, ...(seen && { nextAt: null }) })
        .where(
          and(
            eq(deliveries.id, delivery.id),
            isBelow(deliveries.state, receipt),
            // Taken over on a channel that was given up tells nothing of the one after it.
            seen ? undefined : eq(deliveries.channel, attempt.channel),
            seen
              ? undefined
              : sql`${deliveries.state} in ('sending', 'unknown', 'accepted', 'sent')`,
          ),
        );
    }
    announce(inner, `professional:${attempt.professionalId}`);
    return true;
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof lockAttempt>>>;

async function failOver(
  ctx: Ctx,
  { attempt, delivery }: Found,
  reason: DeliveryReason,
): Promise<void> {
  const under = ["sending", "unknown", "accepted", "sent"].includes(delivery.state);
  if (!ctx.open || delivery.channel !== attempt.channel || !under) return;
  const now = new Date(ctx.clock.now());
  const next = channelAfter(delivery.channels, attempt.channel);
  const set = next
    ? { state: "queued" as const, channel: next, tries: 0, nextAt: now }
    : { state: "failed" as const, nextAt: null };
  await ctx.open.tx
    .update(deliveries)
    .set({ ...set, reason, updatedAt: now })
    .where(eq(deliveries.id, delivery.id));
  const { professionalId } = delivery;
  if (next) await emit(ctx, "messaging.delivery_due", { professionalId });
}
