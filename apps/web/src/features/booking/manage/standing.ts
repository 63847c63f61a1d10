import type { ManagedAppointment } from "@odys/shared/booking/life-schema";
import type { Tone } from "../page/ticket.tsx";

type Status = ManagedAppointment["status"];

/** Whether it still lies ahead, and anybody counts on it. */
export function isAlive(
  { status, endsAt }: Pick<ManagedAppointment, "status" | "endsAt">,
  now: string,
) {
  const open = status === "held" || status === "pending_confirmation" || status === "confirmed";
  return open && Date.parse(endsAt) > Date.parse(now);
}

/** How it stands for the person it was booked for; "past" for what nobody has closed. */
export function standingOf(
  { status, endsAt }: Pick<ManagedAppointment, "status" | "endsAt">,
  now: string,
): { words: Status | "past"; tone: Tone } {
  const over = Date.parse(endsAt) <= Date.parse(now);
  switch (status) {
    case "held":
    case "pending_confirmation":
      return over ? { words: "past", tone: "calm" } : { words: status, tone: "waiting" };
    case "confirmed":
      return over ? { words: "past", tone: "calm" } : { words: status, tone: "good" };
    case "completed":
      return { words: status, tone: "good" };
    case "rejected":
    case "cancelled":
      return { words: status, tone: "bad" };
    case "no_show":
    case "expired":
      return { words: status, tone: "calm" };
  }
}
