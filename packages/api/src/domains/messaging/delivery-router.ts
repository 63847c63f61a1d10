import {
  listDeliveriesInput,
  listDeliveriesOutput,
  sendAgainInput,
} from "@odys/shared/messaging/delivery-schema";
import { router } from "../../trpc/init.ts";
import { professionalProcedure } from "../../trpc/ladder.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { sendAgain } from "./send-again.ts";

/** What became of the messages about an appointment. */
export const deliveryRouter = router({
  listDeliveries: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/appointments/{id}/messages" } })
    .input(listDeliveriesInput)
    .output(listDeliveriesOutput)
    .query(({ ctx, input }) => listDeliveries(ctx, input)),

  sendAgain: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/deliveries/{id}/again" } })
    .input(sendAgainInput)
    .output(sendAgainInput)
    .mutation(({ ctx, input }) => sendAgain(ctx, input)),
});
