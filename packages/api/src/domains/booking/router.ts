import {
  appointment,
  appointmentInput,
  archiveServiceInput,
  availabilityOutput,
  bookInput,
  bookOutput,
  changedAppointment,
  getAvailabilityInput,
  getPageInput,
  getPageOutput,
  listAppointmentsInput,
  listAppointmentsOutput,
  listServicesInput,
  listServicesOutput,
  listSlotsInput,
  listSlotsOutput,
  refuseInput,
  saveServiceInput,
  service,
  setAvailabilityInput,
} from "@odys/shared/booking/schema";
import { router } from "../../trpc/init.ts";
import { professionalProcedure, publicProcedure, userProcedure } from "../../trpc/ladder.ts";
import { archiveService } from "./archive-service.ts";
import { book } from "./book.ts";
import { cancelAppointment } from "./cancel-appointment.ts";
import { confirmAppointment } from "./confirm-appointment.ts";
import { getAppointment } from "./get-appointment.ts";
import { getAvailability } from "./get-availability.ts";
import { getPage } from "./get-page.ts";
import { listAppointments } from "./list-appointments.ts";
import { listServices } from "./list-services.ts";
import { listSlots } from "./list-slots.ts";
import { rejectAppointment } from "./reject-appointment.ts";
import { saveService } from "./save-service.ts";
import { setAvailability } from "./set-availability.ts";

export const bookingRouter = router({
  getPage: publicProcedure
    .meta({ public: true, openapi: { method: "GET", path: "/booking/{slug}" } })
    .input(getPageInput)
    .output(getPageOutput)
    .query(({ ctx, input }) => getPage(ctx, input)),

  listSlots: publicProcedure
    .meta({
      public: true,
      rateLimit: "slots",
      openapi: { method: "GET", path: "/booking/{slug}/slots" },
    })
    .input(listSlotsInput)
    .output(listSlotsOutput)
    .query(({ ctx, input }) => listSlots(ctx, input)),

  book: publicProcedure
    .meta({
      public: true,
      rateLimit: "booking",
      responseFloor: true,
      idempotent: true,
      openapi: { method: "POST", path: "/booking" },
    })
    .input(bookInput)
    .output(bookOutput)
    .mutation(({ ctx, input }) => book(ctx, input)),

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

  listServices: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/services" } })
    .input(listServicesInput)
    .output(listServicesOutput)
    .query(({ ctx }) => listServices(ctx)),

  saveService: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/services" } })
    .input(saveServiceInput)
    .output(service)
    .mutation(({ ctx, input }) => saveService(ctx, input)),

  archiveService: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/services/{id}/archive" } })
    .input(archiveServiceInput)
    .output(service)
    .mutation(({ ctx, input }) => archiveService(ctx, input)),

  getAvailability: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/availability" } })
    .input(getAvailabilityInput)
    .output(availabilityOutput)
    .query(({ ctx }) => getAvailability(ctx)),

  setAvailability: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "PUT", path: "/availability" } })
    .input(setAvailabilityInput)
    .output(availabilityOutput)
    .mutation(({ ctx, input }) => setAvailability(ctx, input)),
});
