import { defaultShouldDehydrateQuery, notifyManager, QueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";

/** Milliseconds for which an answer counts as fresh: what the server prefetched is not asked for again. */
const FRESH_MS = 30_000;
const RETRIES = 2;

// In the same turn, before the browser paints: by default a timer tells the components, and until it
// fires React puts a box that was just ticked back to what it was.
notifyManager.setScheduler(queueMicrotask);

/** One for each render on the server, one for the life of a page in the browser. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < RETRIES && !isRefusal(error),
      },
      mutations: { retry: false },
      dehydrate: {
        // Whatever still streams goes to the browser as a promise.
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
    },
  });
}

/** The server understood and said no: asking again changes nothing. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const data: unknown = error.data;
  const status =
    typeof data === "object" && data !== null && "httpStatus" in data && data.httpStatus;
  return typeof status === "number" && status >= 400 && status < 500;
}
