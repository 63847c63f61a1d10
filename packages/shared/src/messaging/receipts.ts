import type { Channel, DeliveryReason, DeliveryState } from "./delivery.ts";
import { channelAfter, movesForward } from "./ledger.ts";
import type { WhatsAppReceipt } from "./whatsapp-schema.ts";

const TIMES = {
  accepted: "acceptedAt",
  sent: "sentAt",
  delivered: "deliveredAt",
  read: "readAt",
  failed: "failedAt",
} as const satisfies Record<WhatsAppReceipt["receipt"], string>;

/** Left, and not known to have arrived. */
const UNDER_WAY: readonly DeliveryState[] = ["sending", "unknown", "accepted", "sent"];

type Attempt = {
  channel: Channel;
  state: DeliveryState;
  reason: DeliveryReason | null;
  providerMessageId: string | null;
} & Record<(typeof TIMES)[keyof typeof TIMES], Date | null>;

type Delivery = {
  channels: readonly Channel[];
  channel: Channel | null;
  state: DeliveryState;
  reason: DeliveryReason | null;
  tries: number;
  nextAt: Date | null;
};

type Told = Pick<WhatsAppReceipt, "providerMessageId" | "receipt" | "reason" | "at">;

/**
 * An attempt and its delivery after a provider has told something of it; the very same delivery where
 * that does not change. They only move forward: what is told twice, late or out of order changes nothing but the time
 * that it names. A failure leads to the next channel, at `now` (epoch milliseconds); what was seen on one
 * that had been given up ends the delivery all the same.
 */
export function afterReceipt<A extends Attempt, D extends Delivery>(
  before: { attempt: A; delivery: D },
  { providerMessageId, receipt, reason, at }: Told,
  now: number,
): { attempt: A; delivery: D } {
  const { delivery } = before;
  const time = TIMES[receipt];
  const attempt = {
    ...before.attempt,
    providerMessageId,
    [time]: before.attempt[time] ?? new Date(at),
  };
  if (!movesForward(attempt.state, receipt)) return { attempt, delivery };
  attempt.state = receipt;
  const current = delivery.channel === attempt.channel && UNDER_WAY.includes(delivery.state);

  if (receipt === "failed") {
    const why = reason ?? "refused";
    attempt.reason = why;
    if (!current) return { attempt, delivery };
    const next = channelAfter(delivery.channels, attempt.channel);
    const end = next
      ? { state: "queued" as const, channel: next, tries: 0, nextAt: new Date(now) }
      : { state: "failed" as const, nextAt: null };
    return { attempt, delivery: { ...delivery, ...end, reason: why } };
  }

  const seen = receipt === "delivered" || receipt === "read";
  // Taken over on a channel that was given up tells nothing of the one after it.
  if (!movesForward(delivery.state, receipt) || !(seen || current)) return { attempt, delivery };
  const moved = { ...delivery, state: receipt, reason: null, ...(seen && { nextAt: null }) };
  return { attempt, delivery: moved };
}
