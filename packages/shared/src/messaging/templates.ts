/** What Odys writes to clients by itself, by the name under which the ledger has it. */
export const CLIENT_TEMPLATES = [
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
] as const;
export type ClientTemplate = (typeof CLIENT_TEMPLATES)[number];

/** What it writes to professionals. */
export const PROFESSIONAL_TEMPLATES = [
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
export type ProfessionalTemplate = (typeof PROFESSIONAL_TEMPLATES)[number];

export const TEMPLATES = [...CLIENT_TEMPLATES, ...PROFESSIONAL_TEMPLATES] as const;
export type Template = (typeof TEMPLATES)[number];

/** Those that can be answered with a tap. */
export const REMINDERS = ["reminder24h", "reminder1h"] as const;
export type Reminder = (typeof REMINDERS)[number];

/** Those that are about no appointment. */
export const WITHOUT_APPOINTMENT = [
  "registrationInvite",
  "newMessageToClient",
  "newMessageToPro",
] as const;
export type WithoutAppointment = (typeof WITHOUT_APPOINTMENT)[number];

const isOneOf =
  <T extends Template>(names: readonly T[]) =>
  (template: Template): template is T =>
    names.some((name) => name === template);

export const isForClient = isOneOf(CLIENT_TEMPLATES);
export const isReminder = isOneOf(REMINDERS);
export const isWithoutAppointment = isOneOf(WITHOUT_APPOINTMENT);
