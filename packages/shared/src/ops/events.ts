import * as z from "zod";
import { APPOINTMENT_STATUSES } from "../booking/status.ts";
import { id } from "../kernel/ids.ts";
import { instant, localTime } from "../kernel/wire.ts";
import { AUTHORS } from "../messaging/conversation.ts";

/**
 * Everything that one room tells the others: the closed list of outbox events. Payloads hold ids
 * and not copies, so that a consumer reads what is true when it runs.
 */
export const EVENTS = {
  /** A confirmation link has to be mailed. `url` carries the secret and expires. */
  "accounts.verification_requested": z.strictObject({ userId: id, url: z.url() }),
  "accounts.reset_requested": z.strictObject({ userId: id, url: z.url() }),
  /** Somebody tried to register an address that has an account: its owner is told, the caller is not. */
  "accounts.register_repeated": z.strictObject({ userId: id }),
  "accounts.email_verified": z.strictObject({ userId: id }),
  /** A stored file is nobody's any more: its bytes can go. */
  "accounts.file_dropped": z.strictObject({ fileId: id }),
  "accounts.professional_opened": z.strictObject({
    professionalId: id,
    service: z.strictObject({ name: z.string(), durationMinutes: z.int(), priceAmount: z.int() }),
    windows: z.array(
      z.strictObject({ dayOfWeek: z.int(), startTime: localTime, endTime: localTime }),
    ),
  }),
  "booking.appointment_changed": z.strictObject({
    appointmentId: id,
    professionalId: id,
    /** Null when it was just booked. */
    from: z.enum(APPOINTMENT_STATUSES).nullable(),
    to: z.enum(APPOINTMENT_STATUSES),
    by: z.enum(["professional", "client", "system"]),
  }),
  /** Another time, and nothing else: `from` and `to` are its starts. */
  "booking.appointment_moved": z.strictObject({
    appointmentId: id,
    professionalId: id,
    from: instant,
    to: instant,
    by: z.enum(["professional", "client"]),
  }),
  /** A guest holds a time until the link in a mail is followed. */
  "booking.guest_check_requested": z.strictObject({ appointmentId: id, professionalId: id }),
  /** A guest was turned away because the professional's plan is full. */
  "booking.plan_limit_hit": z.strictObject({ professionalId: id, day: z.string() }),
  /** A provider has told something: it waits in `webhook_events`. */
  "ops.webhook_received": z.strictObject({ provider: z.enum(["whatsapp", "evolution"]) }),
  /** Something in the ledger of deliveries is due now. */
  "messaging.delivery_due": z.strictObject({ professionalId: id }),
  /** How a practice wants its clients reminded has changed: what is planned is planned anew. */
  "messaging.reminders_changed": z.strictObject({ professionalId: id }),
  "messaging.message_written": z.strictObject({
    messageId: id,
    conversationId: id,
    professionalId: id,
    author: z.enum(AUTHORS),
  }),
} as const;

export type EventType = keyof typeof EVENTS;
export type EventPayload<T extends EventType> = z.infer<(typeof EVENTS)[T]>;
export type OdysEvent = { [T in EventType]: { type: T; payload: EventPayload<T> } }[EventType];

/** The tenant in whose name an event is written, if it has one. */
export function tenantOf(event: OdysEvent): string | null {
  return "professionalId" in event.payload ? event.payload.professionalId : null;
}
