/** Ways to reach somebody, in the order in which people look at them. */
export const CHANNELS = ["whatsapp", "mail", "in_app"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Whom a message is for. */
export const AUDIENCES = ["client", "professional"] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * What is known of a delivery. `sending`: a worker has it; `accepted`: the provider has taken it;
 * `unknown`: the answer got lost, so that it may have gone out; `dropped`: what it told of is no
 * longer true; `expired`: too late to be of use.
 */
export const DELIVERY_STATES = [
  "queued",
  "sending",
  "unknown",
  "accepted",
  "sent",
  "delivered",
  "read",
  "failed",
  "dropped",
  "expired",
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What a provider may tell of one attempt, in the order in which it happens. */
export const RECEIPTS = ["accepted", "sent", "delivered", "read"] as const;
export type Receipt = (typeof RECEIPTS)[number] | "failed";

/** Why something was not sent, or not on this channel. The sentences are in messages under `delivery.reason`. */
export const DELIVERY_REASONS = [
  /** The appointment was cancelled, moved or is over. */
  "moved_on",
  "too_late",
  "no_address",
  /** They said that they want nothing on this channel. */
  "opted_out",
  "not_in_plan",
  "over_budget",
  "muted",
  /** The number has no WhatsApp. */
  "no_whatsapp",
  "outside_window",
  "template_wrong",
  /** The provider has stopped our account, or does not let us in. */
  "account_stopped",
  "slow_down",
  "provider_down",
  "not_in_time",
  "refused",
  /** A worker died or the answer got lost after the request had left. */
  "answer_lost",
] as const;
export type DeliveryReason = (typeof DELIVERY_REASONS)[number];

/** What the local driver carries, and what a person can play of it at /dev/outbox. */
export const LOCAL_CHANNELS = ["whatsapp", "mail"] as const;
export const LOCAL_RECEIPTS = [...RECEIPTS, "failed"] as const;

/** An answer that can be tapped; `id` comes back when it was. */
export type MessageButton = { id: string; title: string };
