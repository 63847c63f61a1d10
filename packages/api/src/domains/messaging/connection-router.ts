import { getConnectionInput, getConnectionOutput } from "@odys/shared/messaging/connection-schema";
import { router } from "../../trpc/init.ts";
import { professionalProcedure } from "../../trpc/ladder.ts";
import { getConnection } from "./get-connection.ts";

export const connectionRouter = router({
  getConnection: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/messages/connection" } })
    .input(getConnectionInput)
    .output(getConnectionOutput)
    .query(({ ctx }) => getConnection(ctx)),
});
