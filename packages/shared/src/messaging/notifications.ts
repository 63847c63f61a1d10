/** What people are told inside the app; the sentences stand in messages under `notifications.<type>`. */
export const NOTIFICATION_TYPES = [
  "booking_requested",
  "booking_confirmed",
  "booking_rejected",
  "booking_cancelled",
  "booking_moved",
  "plan_limit_reached",
  "new_message",
  "whatsapp_disconnected",
  "appointment_reminder",
  "budget_low",
  "budget_reached",
] as const;
export type NotificationType = (typeof NOTIFICATION_TYPES)[number];
