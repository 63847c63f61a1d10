import * as z from "zod";
import { instant } from "../kernel/wire.ts";
import { DELIVERY_REASONS, RECEIPTS } from "./delivery.ts";

/** What a provider tells of a message of ours. `key` is ours when the provider gives it back. */
export const whatsAppReceipt = z.object({
  type: z.literal("receipt"),
  providerMessageId: z.string().min(1).max(300),
  key: z.string().max(300).nullable(),
  receipt: z.enum([...RECEIPTS, "failed"]),
  reason: z.enum(DELIVERY_REASONS).nullable(),
  at: instant,
});
export type WhatsAppReceipt = z.infer<typeof whatsAppReceipt>;

/** What somebody wrote to us. A tapped answer has `buttonId`; what is no text has `text` "". */
export const whatsAppMessage = z.object({
  type: z.literal("message"),
  providerMessageId: z.string().min(1).max(300),
  from: z.object({
    /** E.164; null for somebody known by WhatsApp's id only. */
    phone: z.string().max(20).nullable(),
    whatsAppId: z.string().min(1).max(200),
  }),
  /** As they call themselves on WhatsApp. */
  name: z.string().max(200).nullable(),
  text: z.string().max(70_000),
  buttonId: z.string().max(300).nullable(),
  /** Our message that it answers. */
  replyTo: z.string().max(300).nullable(),
  at: instant,
});
export type IncomingWhatsApp = z.infer<typeof whatsAppMessage>;

/** How the provider's connection has become; the watchdog looks for itself then. */
const whatsAppConnection = z.object({
  type: z.literal("connection"),
  state: z.enum(["open", "connecting", "closed", "logged_out"]),
  at: instant,
});

/** One thing that a WhatsApp provider has told, in our words: what stands in `webhook_events`. */
export const whatsAppUpdate = z.discriminatedUnion("type", [
  whatsAppReceipt,
  whatsAppMessage,
  whatsAppConnection,
]);
export type WhatsAppUpdate = z.infer<typeof whatsAppUpdate>;

/** What a webhook door hands on: updates, each under the name by which it is told once. */
export const receiveInput = z.strictObject({
  updates: z
    .array(z.strictObject({ key: z.string().min(1).max(400), update: whatsAppUpdate }))
    .max(5_000),
});
export type ReceiveInput = z.infer<typeof receiveInput>;

/** How many updates a call held, and how many of them were news. */
export const received = z.object({ updates: z.int().min(0), news: z.int().min(0) });
export type ReceivedUpdates = z.infer<typeof received>;
