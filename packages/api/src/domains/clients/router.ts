import * as s from "@odys/shared/clients/schema";
import { mergeRouters, router } from "../../trpc/init.ts";
import { professionalProcedure } from "../../trpc/ladder.ts";
import { archiveClient } from "./archive-client.ts";
import { createClient } from "./create-client.ts";
import { mergeRouter } from "./merge-router.ts";
import { updateClient } from "./update-client.ts";

/** Who is on the list; what is read of it together with their appointments is booking's. */
const listRouter = router({
  create: professionalProcedure
    .meta({ openapi: { method: "POST", path: "/clients" } })
    .input(s.createClientInput)
    .output(s.contact)
    .mutation(({ ctx, input }) => createClient(ctx, input)),

  update: professionalProcedure
    .meta({ openapi: { method: "PATCH", path: "/clients/{id}" } })
    .input(s.updateClientInput)
    .output(s.contact)
    .mutation(({ ctx, input }) => updateClient(ctx, input)),

  archive: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/clients/{id}/archive" } })
    .input(s.archiveClientInput)
    .output(s.contact)
    .mutation(({ ctx, input }) => archiveClient(ctx, input)),
});

export const clientsRouter = mergeRouters(listRouter, mergeRouter);
