import { DAY_MS, MINUTE_MS } from "../kernel/calendar.ts";
import type { AppointmentStatus } from "./status.ts";

/** How long after its end an appointment's link still opens something. */
const LINK_LIFE_MS = 30 * DAY_MS;

/** What decides whether a client may change an appointment. Instants are epoch ms. */
export interface ClientsAppointment {
  status: AppointmentStatus;
  startsAt: number;
  endsAt: number;
  /** The practice's notice for cancelling and moving, in minutes of elapsed time. */
  noticeMinutes: number;
}

/** What the client may still do, and what stands in the way. */
export interface ClientPolicy {
  /** The last moment for it: the start of a request, the notice before it of what was agreed on. */
  until: number;
  canCancel: boolean;
  canReschedule: boolean;
  refusal: "INVALID_TRANSITION" | "CANCELLATION_TOO_LATE" | null;
}

/**
 * What a client may do by themselves. A request can be withdrawn until it begins, for nobody counts
 * on it yet; what was confirmed only as long before as the practice wants. `now` is epoch ms.
 */
export function clientPolicy(
  { status, startsAt, noticeMinutes }: ClientsAppointment,
  now: number,
): ClientPolicy {
  const agreed = status === "confirmed";
  const until = agreed ? startsAt - noticeMinutes * MINUTE_MS : startsAt;
  const alive = agreed || status === "pending_confirmation" || status === "held";
  if (!alive || startsAt <= now)
    return { until, canCancel: false, canReschedule: false, refusal: "INVALID_TRANSITION" };
  if (until < now)
    return { until, canCancel: false, canReschedule: false, refusal: "CANCELLATION_TOO_LATE" };
  // What is held is not booked yet: it can be let go, and another time be asked for instead.
  return { until, canCancel: true, canReschedule: status !== "held", refusal: null };
}

/** Whether the link of an appointment that ended at `endsAt` opens nothing any more. Epoch ms. */
export function linkExpired(endsAt: number, now: number): boolean {
  return now > endsAt + LINK_LIFE_MS;
}
