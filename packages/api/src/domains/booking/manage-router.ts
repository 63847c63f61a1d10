import {
  cancelByTokenInput,
  listSlotsByTokenInput,
  managedAppointment,
  manageInput,
  rescheduleByTokenInput,
} from "@odys/shared/booking/life-schema";
import { listSlotsOutput } from "@odys/shared/booking/schema";
import { router } from "../../trpc/init.ts";
import { publicProcedure } from "../../trpc/ladder.ts";
import { cancelByToken } from "./cancel-by-token.ts";
import { getByManageToken } from "./get-by-manage-token.ts";
import { listSlotsByToken } from "./list-slots-by-token.ts";
import { rescheduleByToken } from "./reschedule-by-token.ts";

/** What the bearer of an appointment's link may do with it. */
export const manageRouter = router({
  getByManageToken: publicProcedure
    .meta({
      public: true,
      rateLimit: "manage",
      openapi: { method: "GET", path: "/manage/{token}" },
    })
    .input(manageInput)
    .output(managedAppointment)
    .query(({ ctx, input }) => getByManageToken(ctx, input)),

  listSlotsByToken: publicProcedure
    .meta({
      public: true,
      rateLimit: ["manage", "slots"],
      openapi: { method: "GET", path: "/manage/{token}/slots" },
    })
    .input(listSlotsByTokenInput)
    .output(listSlotsOutput)
    .query(({ ctx, input }) => listSlotsByToken(ctx, input)),

  rescheduleByToken: publicProcedure
    .meta({
      public: true,
      rateLimit: "manage",
      idempotent: true,
      openapi: { method: "POST", path: "/manage/{token}/reschedule" },
    })
    .input(rescheduleByTokenInput)
    .output(managedAppointment)
    .mutation(({ ctx, input }) => rescheduleByToken(ctx, input)),

  cancelByToken: publicProcedure
    .meta({
      public: true,
      rateLimit: "manage",
      idempotent: true,
      openapi: { method: "POST", path: "/manage/{token}/cancel" },
    })
    .input(cancelByTokenInput)
    .output(managedAppointment)
    .mutation(({ ctx, input }) => cancelByToken(ctx, input)),
});
