import {
  checkExceptionInput,
  checkExceptionOutput,
  deleteExceptionInput,
  deleteExceptionOutput,
  explainSlotInput,
  explainSlotOutput,
  getRulesInput,
  listExceptionsInput,
  listExceptionsOutput,
  listHolidaysInput,
  listHolidaysOutput,
  rulesOutput,
  setExceptionInput,
  setExceptionOutput,
  setRulesInput,
} from "@odys/shared/booking/rules-schema";
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
import { checkException } from "./check-exception.ts";
import { deleteException } from "./delete-exception.ts";
import { explainSlot } from "./explain-slot.ts";
import { getAvailability } from "./get-availability.ts";
import { getRules } from "./get-rules.ts";
import { listExceptions } from "./list-exceptions.ts";
import { listHolidays } from "./list-holidays.ts";
import { listServices } from "./list-services.ts";
import { saveService } from "./save-service.ts";
import { setAvailability } from "./set-availability.ts";
import { setException } from "./set-exception.ts";
import { setRules } from "./set-rules.ts";

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

  getRules: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/availability/rules" } })
    .input(getRulesInput)
    .output(rulesOutput)
    .query(({ ctx }) => getRules(ctx)),

  setRules: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "PATCH", path: "/availability/rules" } })
    .input(setRulesInput)
    .output(rulesOutput)
    .mutation(({ ctx, input }) => setRules(ctx, input)),

  listExceptions: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/availability/exceptions" } })
    .input(listExceptionsInput)
    .output(listExceptionsOutput)
    .query(({ ctx, input }) => listExceptions(ctx, input)),

  checkException: professionalProcedure
    .meta({ openapi: { method: "POST", path: "/availability/exceptions/check" } })
    .input(checkExceptionInput)
    .output(checkExceptionOutput)
    .query(({ ctx, input }) => checkException(ctx, input)),

  setException: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "PUT", path: "/availability/exceptions" } })
    .input(setExceptionInput)
    .output(setExceptionOutput)
    .mutation(({ ctx, input }) => setException(ctx, input)),

  deleteException: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "DELETE", path: "/availability/exceptions" } })
    .input(deleteExceptionInput)
    .output(deleteExceptionOutput)
    .mutation(({ ctx, input }) => deleteException(ctx, input)),

  listHolidays: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/holidays" } })
    .input(listHolidaysInput)
    .output(listHolidaysOutput)
    .query(({ ctx, input }) => listHolidays(ctx, input)),

  explainSlot: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/availability/explain" } })
    .input(explainSlotInput)
    .output(explainSlotOutput)
    .query(({ ctx, input }) => explainSlot(ctx, input)),
});
