import { cronInput, drained } from "@odys/shared/ops/schema";
import { router } from "../../trpc/init.ts";
import { cronProcedure } from "../../trpc/ladder.ts";
import { drainOutbox } from "./drain-outbox.ts";

/** Of the system router: what a scheduler outside may ask for. */
export const opsSystemRouter = router({
  drain: cronProcedure
    .meta({ cron: "drain" })
    .input(cronInput)
    .output(drained)
    .mutation(({ ctx }) => drainOutbox(ctx)),
});
