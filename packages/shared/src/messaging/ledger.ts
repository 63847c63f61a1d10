import type { Channel, DeliveryReason, DeliveryState } from "./delivery.ts";

/**
 * The one order in which a state of a delivery or an attempt may change: whatever arrives late or
 * twice is lower or the same, and changes nothing. A failure that is told after the message was seen
 * is no failure; one that is told before a receipt was wrong.
 */
export const STATE_ORDER = [
  "queued",
  "sending",
  "unknown",
  "accepted",
  "sent",
  "dropped",
  "expired",
  "failed",
  "delivered",
  "read",
] as const satisfies readonly DeliveryState[];

/** Whether `next` tells more than `current`. */
export function movesForward(current: DeliveryState, next: DeliveryState): boolean {
  return STATE_ORDER.indexOf(next) > STATE_ORDER.indexOf(current);
}

/** What follows from a provider's refusal. */
export type Consequence = "try_again" | "next_channel";

const CONSEQUENCES: Partial<Record<DeliveryReason, Consequence>> = {
  slow_down: "try_again",
  provider_down: "try_again",
};

/** A number without WhatsApp has none tomorrow either; a provider that is down is up again some time. */
export function consequenceOf(reason: DeliveryReason): Consequence {
  return CONSEQUENCES[reason] ?? "next_channel";
}

/** Tries on one channel: with the pauses below they outlive an hour and a half of a provider's absence. */
export const MOST_TRIES = 14;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** Milliseconds before the next try after `tries` of them; `random` in [0, 1) keeps many from coming back at once. */
export function pauseAfter(tries: number, random: number, askedSeconds = 0): number {
  const grown = Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
  return Math.max(grown * (0.75 + 0.5 * random), askedSeconds * 1000);
}

/**
 * Milliseconds that a channel has to show that a message arrived before the next one is tried: a
 * quarter of the time in which it is of use, from two minutes to half an hour.
 */
export function patienceOf(notAfter: number, now: number): number {
  const quarter = (notAfter - now) / 4;
  return Math.min(Math.max(quarter, 2 * 60_000), 30 * 60_000);
}

/** The channel to go on with, or null when this was the last. */
export function channelAfter(
  channels: readonly Channel[],
  current: Channel | null,
): Channel | null {
  return channels[current === null ? 0 : channels.indexOf(current) + 1] ?? null;
}
