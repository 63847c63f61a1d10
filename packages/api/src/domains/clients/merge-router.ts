import * as s from "@odys/shared/clients/merge-schema";
import { router } from "../../trpc/init.ts";
import { professionalProcedure } from "../../trpc/ladder.ts";
import { listDuplicates } from "./list-duplicates.ts";
import { listMerges } from "./list-merges.ts";
import { merge } from "./merge.ts";
import { undoMerge } from "./undo-merge.ts";

/** One person in several rows. */
export const mergeRouter = router({
  listDuplicates: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/client-duplicates" } })
    .input(s.listDuplicatesInput)
    .output(s.listDuplicatesOutput)
    .query(({ ctx }) => listDuplicates(ctx)),

  listMerges: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/client-merges" } })
    .input(s.listMergesInput)
    .output(s.listMergesOutput)
    .query(({ ctx, input }) => listMerges(ctx, input)),

  merge: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/client-merges" } })
    .input(s.mergeInput)
    .output(s.merge)
    .mutation(({ ctx, input }) => merge(ctx, input)),

  undoMerge: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/client-merges/{id}/undo" } })
    .input(s.undoMergeInput)
    .output(s.merge)
    .mutation(({ ctx, input }) => undoMerge(ctx, input)),
});
