import type { ScheduledJob } from "../../gateways/queue/port.ts";
import { deleteUnsentFiles } from "./delete-unsent-files.ts";
import { deliverDue } from "./deliver-due.ts";
import { planAllReminders } from "./plan-all-reminders.ts";
import { processWebhooks } from "./process-webhooks.ts";
import { watchConnection } from "./watch-connection.ts";

export { messagingConsumers } from "./events.ts";
export { keepMessageFile } from "./keep-message-file.ts";
export { listChecks } from "./list-checks.ts";
export { readMessageFile } from "./read-message-file.ts";

export const messagingSchedules: readonly ScheduledJob[] = [
  // What is due by the clock, and what a worker that died has left behind.
  {
    name: "messaging.deliver_due",
    cron: "* * * * *",
    run: async (ctx) => void (await deliverDue(ctx)),
  },
  {
    name: "messaging.process_webhooks",
    cron: "* * * * *",
    run: async (ctx) => void (await processWebhooks(ctx)),
  },
  {
    name: "messaging.plan_reminders",
    cron: "7 * * * *",
    run: async (ctx) => void (await planAllReminders(ctx)),
  },
  {
    name: "messaging.watch_connection",
    cron: "*/3 * * * *",
    run: async (ctx) => void (await watchConnection(ctx)),
  },
  {
    name: "messaging.delete_unsent_files",
    cron: "41 4 * * *",
    run: async (ctx) => void (await deleteUnsentFiles(ctx)),
  },
];
