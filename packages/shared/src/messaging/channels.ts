import type { Channel, DeliveryReason } from "./delivery.ts";

/** By what somebody can be reached at the moment. */
export type Reach = {
  phone: string | null;
  email: string | null;
  userId: string | null;
  /** They said that they want nothing on WhatsApp. */
  optedOut: boolean;
  /** Whether the practice's plan pays for messages. */
  mayCost: boolean;
};

/** Why a channel leads nowhere, or null when it does. */
export function hindranceOf(channel: Channel, reach: Reach): DeliveryReason | null {
  switch (channel) {
    case "whatsapp":
      if (!reach.phone) return "no_address";
      if (reach.optedOut) return "opted_out";
      return reach.mayCost ? null : "not_in_plan";
    case "mail":
      return reach.email ? null : "no_address";
    case "in_app":
      return reach.userId ? null : "no_address";
  }
}

/** Of the channels that a practice wants, those that lead somewhere, in its order. */
export function openChannels(wanted: readonly Channel[], reach: Reach): Channel[] {
  return wanted.filter((channel) => hindranceOf(channel, reach) === null);
}
