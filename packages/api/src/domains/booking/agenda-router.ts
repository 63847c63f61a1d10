import {
  listAgendaInput,
  listAgendaOutput,
  onChangeInput,
  onChangeOutput,
} from "@odys/shared/booking/agenda-schema";
import { router } from "../../trpc/init.ts";
import { professionalProcedure } from "../../trpc/ladder.ts";
import { streamOf } from "../../trpc/stream.ts";
import { listAgenda } from "./list-agenda.ts";
import { onChange } from "./on-change.ts";

/** What the calendar draws, and when to draw it again. */
export const agendaRouter = router({
  listAgenda: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/agenda" } })
    .input(listAgendaInput)
    .output(listAgendaOutput)
    .query(({ ctx, input }) => listAgenda(ctx, input)),

  onChange: professionalProcedure
    .meta({})
    .input(onChangeInput)
    .output(streamOf(onChangeOutput))
    .subscription(({ ctx, input, signal }) => onChange(ctx, input, signal)),
});
