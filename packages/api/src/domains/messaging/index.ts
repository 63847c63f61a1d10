import type { ScheduledJob } from "../../gateways/queue/port.ts";
import { watchConnection } from "./watch-connection.ts";

export { messagingConsumers } from "./events.ts";
export { listChecks } from "./list-checks.ts";

export const messagingSchedules: readonly ScheduledJob[] = [
  {
    name: "messaging.watch_connection",
    cron: "*/3 * * * *",
    run: async (ctx) => void (await watchConnection(ctx)),
  },
];
