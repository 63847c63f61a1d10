import type { ScheduledJob } from "../../gateways/queue/port.ts";
import { deleteExpiredCredentials } from "./delete-expired-credentials.ts";

export { accountsConsumers } from "./events.ts";
export { readAvatar } from "./read-avatar.ts";
export { resolveActor } from "./resolve-actor.ts";
export { setAvatar } from "./set-avatar.ts";

export const accountsSchedules: readonly ScheduledJob[] = [
  { name: "accounts.delete_expired", cron: "27 * * * *", run: deleteExpiredCredentials },
];
