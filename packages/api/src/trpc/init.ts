import { initTRPC } from "@trpc/server";
import type { RequestContext } from "./context.ts";
import { shapeOf } from "./errors.ts";
import type { Meta } from "./meta.ts";

export const t = initTRPC
  .context<RequestContext>()
  .meta<Meta>()
  .create({
    // A stream that says nothing for so long is cut by what lies between, or is by now.
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
    },
    // Stacks are for the log, in development too.
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => shapeOf(shape, error, ctx?.requestId),
  });

export const router = t.router;

/** For a room with more procedures than one file should list. */
export const mergeRouters = t.mergeRouters;

/** A call as a middleware sees it. */
export type Call = Parameters<Parameters<typeof t.middleware>[0]>[0];
