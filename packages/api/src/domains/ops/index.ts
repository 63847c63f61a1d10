import type { ScheduledJob } from "../../gateways/queue/port.ts";
import { deleteExpired } from "./delete-expired.ts";

export { emit } from "./emit.ts";
export { healthChecks } from "./queries.ts";
export { recordAccess } from "./record-access.ts";
export { recordHits } from "./record-hits.ts";

export const opsSchedules: readonly ScheduledJob[] = [
  {
    name: "ops.delete_expired",
    cron: "17 * * * *",
    run: async (ctx) => void (await deleteExpired(ctx)),
  },
];
