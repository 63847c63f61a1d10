import { listAgendaInput, listAgendaOutput } from "@odys/shared/booking/agenda-schema";
import { router } from "../../trpc/init.ts";
import { professionalProcedure } from "../../trpc/ladder.ts";
import { listAgenda } from "./list-agenda.ts";

/** What the calendar draws. */
export const agendaRouter = router({
  listAgenda: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/agenda" } })
    .input(listAgendaInput)
    .output(listAgendaOutput)
    .query(({ ctx, input }) => listAgenda(ctx, input)),
});
