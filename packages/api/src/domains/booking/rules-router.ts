import {
  archiveServiceInput,
  availabilityOutput,
  getAvailabilityInput,
  listServicesInput,
  listServicesOutput,
  saveServiceInput,
  service,
  setAvailabilityInput,
} from "@odys/shared/booking/schema";
import { router } from "../../trpc/init.ts";
import { professionalProcedure } from "../../trpc/ladder.ts";
import { archiveService } from "./archive-service.ts";
import { getAvailability } from "./get-availability.ts";
import { listServices } from "./list-services.ts";
import { saveService } from "./save-service.ts";
import { setAvailability } from "./set-availability.ts";

/** What can be booked, and when. */
export const rulesRouter = router({
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
