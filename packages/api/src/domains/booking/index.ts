import type { ScheduledJob } from "../../gateways/queue/port.ts";
import { releaseExpiredHolds } from "./release-expired-holds.ts";

export { cancelByToken } from "./cancel-by-token.ts";
export { confirmAttendance } from "./confirm-attendance.ts";
export { bookingInTransaction } from "./events.ts";

export const bookingSchedules: readonly ScheduledJob[] = [
  { name: "booking.release_holds", cron: "* * * * *", run: releaseExpiredHolds },
];
