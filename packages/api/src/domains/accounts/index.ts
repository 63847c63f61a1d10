import type { ScheduledJob } from "../../gateways/queue/port.ts";
import { deleteExpiredCredentials } from "./delete-expired-credentials.ts";

export { resolveActor } from "./resolve-actor.ts";

export const accountsSchedules: readonly ScheduledJob[] = [
  { name: "accounts.delete_expired", cron: "27 * * * *", run: deleteExpiredCredentials },
];
