import type { Locale } from "../kernel/wire.ts";
import type { ComposedMail } from "./compose.ts";
import type { AppointmentParams } from "./params.ts";
import { renderMail } from "./render.ts";
import type { Template } from "./templates.ts";

export type BookingMailParams = AppointmentParams;

export const BOOKING_MAILS = [
  "requestReceived",
  "bookingConfirmed",
  "bookingRejected",
  "cancelledByProToClient",
  "bookingCancelled",
  "appointmentMovedToClient",
  "bookingRequest",
  "bookingConfirmedToPro",
  "cancelledByClientToPro",
  "appointmentMovedToPro",
] as const satisfies readonly Template[];
export type BookingMail = (typeof BOOKING_MAILS)[number];

/** The mail about an appointment that `template` names, in the reader's language. */
export function bookingMail(
  template: BookingMail,
  locale: Locale,
  params: BookingMailParams,
): ComposedMail {
  return renderMail(template, locale, params);
}
