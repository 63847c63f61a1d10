/** Every message that Odys writes by itself, by the name under which the ledger has it. */
export const TEMPLATES = [
  // to clients
  "requestReceived",
  "bookingConfirmed",
  "bookingRejected",
  "bookingCancelled",
  "cancelledByProToClient",
  "appointmentMovedToClient",
  "reminder24h",
  "reminder1h",
  "registrationInvite",
  "paymentConfirmedToClient",
  "appointmentCompletedToClient",
  "noShowToClient",
  "newMessageToClient",
  // to professionals
  "bookingRequest",
  "bookingConfirmedToPro",
  "bookingConfirmedReceipt",
  "bookingRejectedReceipt",
  "cancelledByClientToPro",
  "appointmentMovedToPro",
  "paymentConfirmedToPro",
  "appointmentCompletedToPro",
  "noShowToPro",
  "newMessageToPro",
] as const;
export type Template = (typeof TEMPLATES)[number];
