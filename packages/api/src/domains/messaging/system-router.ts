import { watched } from "@odys/shared/messaging/connection-schema";
import { remindersRun } from "@odys/shared/messaging/delivery-schema";
import { received, receiveInput } from "@odys/shared/messaging/whatsapp-schema";
import { cronInput } from "@odys/shared/ops/schema";
import { router } from "../../trpc/init.ts";
import { cronProcedure, webhookProcedure } from "../../trpc/ladder.ts";
import { runReminders } from "./run-reminders.ts";
import { receiveUpdates } from "./receive-updates.ts";
import { watchConnection } from "./watch-connection.ts";

/** Of the system router: what WhatsApp's providers tell, and what a scheduler asks for. */
export const messagingSystemRouter = router({
  receiveWhatsApp: webhookProcedure
    .meta({ webhook: "whatsapp" })
    .input(receiveInput)
    .output(received)
    .mutation(({ ctx, input }) => receiveUpdates(ctx, "whatsapp", input)),

  receiveEvolution: webhookProcedure
    .meta({ webhook: "evolution" })
    .input(receiveInput)
    .output(received)
    .mutation(({ ctx, input }) => receiveUpdates(ctx, "evolution", input)),

  runReminders: cronProcedure
    .meta({ cron: "reminders" })
    .input(cronInput)
    .output(remindersRun)
    .mutation(({ ctx }) => runReminders(ctx)),

  watchConnection: cronProcedure
    .meta({ cron: "whatsapp-watchdog" })
    .input(cronInput)
    .output(watched)
    .mutation(({ ctx }) => watchConnection(ctx)),
});
