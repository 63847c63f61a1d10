import * as s from "@odys/shared/admin/ops-schema";
import { nothing } from "@odys/shared/admin/schema";
import { adminConnection } from "@odys/shared/messaging/connection-schema";
import { router } from "../../trpc/init.ts";
import { adminProcedure } from "../../trpc/ladder.ts";
import { getConnection } from "./get-connection.ts";
import { getHealth } from "./get-health.ts";
import { getOverview } from "./get-overview.ts";
import { listEvents } from "./list-events.ts";
import { listHits } from "./list-hits.ts";
import { listJobs } from "./list-jobs.ts";
import { listQueues } from "./list-queues.ts";
import { replayDeadLetters } from "./replay-dead-letters.ts";
import { replayJob } from "./replay-job.ts";

/** How the platform itself is. */
export const platformRouter = router({
  getOverview: adminProcedure
    .meta({ openapi: { method: "GET", path: "/admin/overview", tags: ["admin"] } })
    .input(nothing)
    .output(s.overview)
    .query(({ ctx }) => getOverview(ctx)),

  listEvents: adminProcedure
    .meta({ openapi: { method: "GET", path: "/admin/events", tags: ["admin"] } })
    .input(s.listEventsInput)
    .output(s.listEventsOutput)
    .query(({ ctx, input }) => listEvents(ctx, input)),

  listQueues: adminProcedure
    .meta({ openapi: { method: "GET", path: "/admin/queues", tags: ["admin"] } })
    .input(nothing)
    .output(s.queues)
    .query(({ ctx }) => listQueues(ctx)),

  listJobs: adminProcedure
    .meta({ openapi: { method: "GET", path: "/admin/queues/{queue}/jobs", tags: ["admin"] } })
    .input(s.listJobsInput)
    .output(s.jobs)
    .query(({ ctx, input }) => listJobs(ctx, input)),

  replayJob: adminProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/admin/queues/{queue}/jobs/{id}/replay",
        tags: ["admin"],
      },
    })
    .input(s.replayJobInput)
    .output(s.replayed)
    .mutation(({ ctx, input }) => replayJob(ctx, input)),

  replayDeadLetters: adminProcedure
    .meta({ openapi: { method: "POST", path: "/admin/queues/{queue}/replay", tags: ["admin"] } })
    .input(s.replayDeadLettersInput)
    .output(s.replayed)
    .mutation(({ ctx, input }) => replayDeadLetters(ctx, input)),

  getHealth: adminProcedure
    .meta({ openapi: { method: "GET", path: "/admin/health", tags: ["admin"] } })
    .input(nothing)
    .output(s.health)
    .query(({ ctx }) => getHealth(ctx)),

  getConnection: adminProcedure
    .meta({ openapi: { method: "GET", path: "/admin/connection", tags: ["admin"] } })
    .input(nothing)
    .output(adminConnection)
    .query(({ ctx }) => getConnection(ctx)),

  listHits: adminProcedure
    .meta({ openapi: { method: "GET", path: "/admin/hits", tags: ["admin"] } })
    .input(s.listHitsInput)
    .output(s.hits)
    .query(({ ctx, input }) => listHits(ctx, input)),
});
