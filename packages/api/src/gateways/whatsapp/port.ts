import type { Locale } from "@odys/shared/kernel/wire";
import type { MessageButton } from "@odys/shared/messaging/delivery";
import type { Sent } from "../sent.ts";

/** One WhatsApp message. Providers that know templates send those while the window is closed, others the text. */
export type WhatsAppMessage = {
  /** E.164, or WhatsApp's id of somebody without a number that we know. */
  to: string;
  /** Ours, of this attempt: it comes back with receipts, and drivers that can send once per key. */
  key: string;
  /** The whole message as it reads, the frame included. */
  text: string;
  /** Answers that can be tapped, at most three; `id` comes back with the answer. */
  buttons: readonly MessageButton[];
  /** The registered template that says the same; null for what people write to each other. */
  template: { name: string; locale: Locale; params: readonly string[] } | null;
  /** Whether the person has written within the last 24 hours, so that free text may be sent. */
  windowOpen: boolean;
};

/** How the provider says that it is connected; `detail` in its words. */
export type WhatsAppConnection = {
  state: "open" | "connecting" | "closed" | "logged_out" | "unreachable";
  detail: string;
};

/** Sends to WhatsApp and says how the connection is. Nothing here throws for what a provider may answer. */
export type WhatsAppGateway = {
  /** `none` where there is no WhatsApp at all: it refuses everything. */
  readonly driver: "local" | "cloud" | "evolution" | "none";
  /** Whether two requests with one key are one message: only then is a lost answer asked for again. */
  readonly deduplicates: boolean;
  send(message: WhatsAppMessage): Promise<Sent>;
  connection(): Promise<WhatsAppConnection>;
  /** Has the provider start its connection anew. Returns whether it says that it did. */
  restart(): Promise<{ ok: boolean; detail: string }>;
  /** Has it connect; where a person must do something, `code` is what they scan or type. */
  connect(): Promise<{ ok: boolean; detail: string; code?: string }>;
};
