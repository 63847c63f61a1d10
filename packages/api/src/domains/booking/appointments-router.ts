import {
  appointment,
  appointmentInput,
  changedAppointment,
  listAppointmentsInput,
  listAppointmentsOutput,
  refuseInput,
} from "@odys/shared/booking/schema";
import { router } from "../../trpc/init.ts";
import { professionalProcedure, userProcedure } from "../../trpc/ladder.ts";
import { cancelAppointment } from "./cancel-appointment.ts";
import { confirmAppointment } from "./confirm-appointment.ts";
import { getAppointment } from "./get-appointment.ts";
import { listAppointments } from "./list-appointments.ts";
import { rejectAppointment } from "./reject-appointment.ts";

/** The life of appointments. */
export const appointmentsRouter = router({
  listAppointments: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/appointments" } })
    .input(listAppointmentsInput)
    .output(listAppointmentsOutput)
    .query(({ ctx, input }) => listAppointments(ctx, input)),

  getAppointment: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/appointments/{id}" } })
    .input(appointmentInput)
    .output(appointment)
    .query(({ ctx, input }) => getAppointment(ctx, input)),

  confirm: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/appointments/{id}/confirm" } })
    .input(appointmentInput)
    .output(appointment)
    .mutation(({ ctx, input }) => confirmAppointment(ctx, input)),

  reject: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/appointments/{id}/reject" } })
    .input(refuseInput)
    .output(appointment)
    .mutation(({ ctx, input }) => rejectAppointment(ctx, input)),

  cancel: userProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/appointments/{id}/cancel" } })
    .input(refuseInput)
    .output(changedAppointment)
    .mutation(({ ctx, input }) => cancelAppointment(ctx, input)),
});
