import type { AppointmentStatus } from "../booking/status.ts";
import type { MailTopic } from "../accounts/practice.ts";
import type { BookingMail } from "./booking-mails.ts";
import type { NotificationType } from "./notifications.ts";

/** Who is told of a change, in the app (null: not there) and by mail. */
export type Notice = {
  to: "client" | "professional";
  notification: NotificationType | null;
  mail: BookingMail;
};

type Change = {
  from: AppointmentStatus | null;
  to: AppointmentStatus;
  by: "professional" | "client" | "system";
};

/**
 * Who hears of an appointment's change. Nobody is notified in the app of what they did themselves;
 * clients get a mail of it all the same, because it is their record.
 */
export function noticesOf({ from, to, by }: Change): Notice[] {
  if (from === to) return [];
  const byClient = by === "client";
  switch (to) {
    case "pending_confirmation":
      // It went back to a request because it was moved, which is told as that.
      if (from === "confirmed") return [];
      return byClient ? [REQUESTED, RECEIVED] : [RECEIVED];
    case "confirmed": {
      // Taken back how it went: nothing is new for the client.
      if (from === "completed" || from === "no_show") return [];
      const notification = byClient ? null : "booking_confirmed";
      const client: Notice = { to: "client", notification, mail: "bookingConfirmed" };
      return byClient ? [client, BOOKED] : [client];
    }
    case "rejected":
      return [{ to: "client", notification: "booking_rejected", mail: "bookingRejected" }];
    case "cancelled":
      return byClient ? [CANCELLED_BY_CLIENT, CANCELLATION_DONE] : [CANCELLED];
    case "completed":
    case "no_show":
    case "held":
    case "expired":
      return [];
  }
}

/** Who hears that an appointment has another time, or another length. */
export function noticesOfMove({ by }: { by: "professional" | "client" }): Notice[] {
  if (by === "client") return [MOVED_BY_CLIENT, MOVE_DONE];
  return [{ ...MOVE_DONE, notification: "booking_moved" }];
}

const MOVE_DONE: Notice = { to: "client", notification: null, mail: "appointmentMovedToClient" };
const MOVED_BY_CLIENT: Notice = {
  to: "professional",
  notification: "booking_moved",
  mail: "appointmentMovedToPro",
};
const RECEIVED: Notice = { to: "client", notification: null, mail: "requestReceived" };
const REQUESTED: Notice = {
  to: "professional",
  notification: "booking_requested",
  mail: "bookingRequest",
};
const BOOKED: Notice = {
  to: "professional",
  notification: "booking_confirmed",
  mail: "bookingConfirmedToPro",
};
const CANCELLED: Notice = {
  to: "client",
  notification: "booking_cancelled",
  mail: "cancelledByProToClient",
};
const CANCELLED_BY_CLIENT: Notice = {
  to: "professional",
  notification: "booking_cancelled",
  mail: "cancelledByClientToPro",
};
const CANCELLATION_DONE: Notice = { to: "client", notification: null, mail: "bookingCancelled" };

/** Under which topic a professional may do without a mail; those that are not here are always sent. */
const TOPICS: Partial<Record<BookingMail, MailTopic>> = {
  bookingRequest: "requested",
  bookingConfirmedToPro: "booked",
  appointmentMovedToPro: "moved",
  cancelledByClientToPro: "cancelled",
};

/** Whether the professional has said that they want no mail of this kind. Clients' mails are never among them. */
export function isMuted({ to, mail }: Notice, muted: readonly MailTopic[]): boolean {
  const topic = TOPICS[mail];
  return to === "professional" && topic !== undefined && muted.includes(topic);
}
