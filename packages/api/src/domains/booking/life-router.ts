import {
  blockTimeInput,
  bookedForClient,
  bookForClientInput,
  history,
  markPaidInput,
  occupation,
  reopenInput,
  rescheduled,
  rescheduleInput,
} from "@odys/shared/booking/life-schema";
import { appointment, appointmentInput } from "@odys/shared/booking/schema";
import { router } from "../../trpc/init.ts";
import { professionalProcedure } from "../../trpc/ladder.ts";
import { blockTime } from "./block-time.ts";
import { bookForClient } from "./book-for-client.ts";
import { completeAppointment } from "./complete-appointment.ts";
import { getHistory } from "./get-history.ts";
import { markNoShow } from "./mark-no-show.ts";
import { markPaid } from "./mark-paid.ts";
import { reopen } from "./reopen.ts";
import { reschedule } from "./reschedule.ts";
import { unblock } from "./unblock.ts";

/** What the professional does with an appointment besides answering it, and with their own time. */
export const lifeRouter = router({
  reschedule: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/appointments/{id}/reschedule" } })
    .input(rescheduleInput)
    .output(rescheduled)
    .mutation(({ ctx, input }) => reschedule(ctx, input)),

  complete: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/appointments/{id}/complete" } })
    .input(appointmentInput)
    .output(appointment)
    .mutation(({ ctx, input }) => completeAppointment(ctx, input)),

  markNoShow: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/appointments/{id}/no-show" } })
    .input(appointmentInput)
    .output(appointment)
    .mutation(({ ctx, input }) => markNoShow(ctx, input)),

  reopen: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/appointments/{id}/reopen" } })
    .input(reopenInput)
    .output(occupation)
    .mutation(({ ctx, input }) => reopen(ctx, input)),

  markPaid: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/appointments/{id}/paid" } })
    .input(markPaidInput)
    .output(appointment)
    .mutation(({ ctx, input }) => markPaid(ctx, input)),

  getHistory: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/appointments/{id}/history" } })
    .input(appointmentInput)
    .output(history)
    .query(({ ctx, input }) => getHistory(ctx, input)),

  bookForClient: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/appointments" } })
    .input(bookForClientInput)
    .output(bookedForClient)
    .mutation(({ ctx, input }) => bookForClient(ctx, input)),

  blockTime: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/blocks" } })
    .input(blockTimeInput)
    .output(occupation)
    .mutation(({ ctx, input }) => blockTime(ctx, input)),

  unblock: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/blocks/{id}/unblock" } })
    .input(appointmentInput)
    .output(occupation)
    .mutation(({ ctx, input }) => unblock(ctx, input)),
});
