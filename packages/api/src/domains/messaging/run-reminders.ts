import type { RemindersRun } from "@odys/shared/messaging/delivery-schema";
import type { Ctx } from "../../kernel/ctx.ts";
import { deliverDue } from "./deliver-due.ts";
import { planAllReminders } from "./plan-all-reminders.ts";

/**
 * Plans the reminders that are missing and sends what is due, for a scheduler outside: the same that the
 * own one does by the minute. Both at once send nothing twice.
 */
export async function runReminders(ctx: Ctx): Promise<RemindersRun> {
  const planned = await planAllReminders(ctx);
  return { planned, handled: await deliverDue(ctx) };
}
