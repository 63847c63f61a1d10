import type { DeliveryReason } from "@odys/shared/messaging/delivery";

/** Why a provider did not take a message; what follows from each is decided in one place, the pipeline. */
export type Refusal = Extract<
  DeliveryReason,
  | "no_address"
  | "no_whatsapp"
  | "opted_out"
  | "outside_window"
  | "template_wrong"
  | "account_stopped"
  | "slow_down"
  | "provider_down"
  | "refused"
>;

/**
 * What became of one request to a provider. `unknown`: it may have left, and the answer got lost.
 * `detail` is the provider's own word for the log: no secret, no text of a person.
 */
export type Sent =
  | { outcome: "accepted"; providerMessageId: string }
  | { outcome: "refused"; reason: Refusal; detail: string; retryAfterSeconds?: number }
  | { outcome: "unknown"; detail: string };
