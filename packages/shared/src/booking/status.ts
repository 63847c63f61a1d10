/**
 * The life of an appointment, in one place: which status leads to which, and who may do it.
 * Confirming twice is not an error and changes nothing, so a transition to itself is allowed.
 */
export const APPOINTMENT_STATUSES = [
  "pending_confirmation",
  "confirmed",
  "rejected",
  "cancelled",
  "completed",
  "no_show",
  "held",
  "expired",
] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

/** Statuses whose time nobody else can have: the exclusion constraint covers exactly these. */
export const BLOCKING_STATUSES = [
  "pending_confirmation",
  "confirmed",
  "completed",
  "held",
] as const satisfies AppointmentStatus[];

/** What takes time in the agenda: a meeting with a client, or time that the professional keeps free. */
export const OCCUPATIONS = ["meeting", "block"] as const;

export const PAYMENT_STATUSES = ["none", "authorized", "captured", "refunded"] as const;

export const APPOINTMENT_SOURCES = [
  "page",
  "professional",
  "assistant",
  "whatsapp",
  "api",
] as const;
export const CONFIRMATION_MODES = ["manual", "automatic"] as const;
export const PLACES = ["in_person", "at_client", "online"] as const;
export const SERVICE_COLORS = ["teal", "amber", "rose", "indigo", "olive", "slate"] as const;

const NEXT: Record<AppointmentStatus, readonly AppointmentStatus[]> = {
  pending_confirmation: ["confirmed", "rejected", "cancelled"],
  confirmed: ["cancelled", "completed", "no_show"],
  rejected: [],
  cancelled: [],
  // Taken back by the professional, who said so.
  completed: ["confirmed"],
  no_show: ["confirmed"],
  held: ["pending_confirmation", "confirmed", "expired", "cancelled"],
  expired: [],
};

/** `change` to do it, `same` when it already is so, `refused` when this status cannot lead there. */
export function transition(
  from: AppointmentStatus,
  to: AppointmentStatus,
): "change" | "same" | "refused" {
  if (from === to) return "same";
  return NEXT[from].includes(to) ? "change" : "refused";
}

/** Statuses in which an appointment may be given another time. */
export const MOVABLE_STATUSES = [
  "pending_confirmation",
  "confirmed",
] as const satisfies AppointmentStatus[];

/** From which statuses `to` may be reached: the `where` of an update that decides a race. */
export function statusesBefore(to: AppointmentStatus): AppointmentStatus[] {
  return APPOINTMENT_STATUSES.filter((from) => NEXT[from].includes(to));
}
