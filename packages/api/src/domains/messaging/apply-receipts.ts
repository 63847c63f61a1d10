import type { WhatsAppReceipt } from "@odys/shared/messaging/whatsapp-schema";
import { afterReceipt } from "@odys/shared/messaging/receipts";
import type { Ctx } from "../../kernel/ctx.ts";
import { announce, withSystemTransaction } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";
import { findAttempts, lockLedger, updateAttempts, updateDeliveries } from "./receipt-queries.ts";

export type Told = Pick<WhatsAppReceipt, "providerMessageId" | "key" | "receipt" | "reason" | "at">;

/**
 * Writes what a provider tells of messages of ours, in the order in which it is given here; whoever
 * looks at them is told. For each whether such a message is known (yet).
 */
export function applyReceipts(ctx: Ctx, driver: string, told: readonly Told[]): Promise<boolean[]> {
  const now = ctx.clock.now();
  return withSystemTransaction(ctx, async (tx, inner) => {
    const idOf = await findAttempts(tx, driver, told);
    const { attempts, deliveries } = await lockLedger(tx, [...idOf.values()]);
    const before = { attempts: new Map(attempts), deliveries: new Map(deliveries) };
    for (const one of told) {
      const attempt = attempts.get(idOf.get(one) ?? "");
      const delivery = attempt && deliveries.get(attempt.deliveryId);
      if (!delivery) continue;
      const after = afterReceipt({ attempt, delivery }, one, now);
      attempts.set(attempt.id, after.attempt);
      deliveries.set(delivery.id, after.delivery);
    }
    const moved = [...deliveries.values()].filter((row) => row !== before.deliveries.get(row.id));
    await updateAttempts(tx, [...attempts.values()]);
    await updateDeliveries(tx, moved, new Date(now));

    const due = moved.filter(({ state }) => state === "queued");
    for (const professionalId of new Set(due.map((row) => row.professionalId)))
      await emit(inner, "messaging.delivery_due", { professionalId });
    for (const { id, state, professionalId } of attempts.values())
      if (state !== before.attempts.get(id)?.state)
        announce(inner, `professional:${professionalId}`);
    return told.map((one) => attempts.has(idOf.get(one) ?? ""));
  });
}
