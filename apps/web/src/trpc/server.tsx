import type { AppRouter } from "@odys/api/root";
import { createHydrationHelpers } from "@trpc/react-query/rsc";
import { cache } from "react";
import { caller } from "./caller.ts";
import { makeQueryClient } from "./query-client.ts";

// Per request: `cache` forgets when the render is over.
const getQueryClient = cache(makeQueryClient);

/**
 * Procedures for server components, called in process with the visitor's own cookies:
 * `await api.accounts.me()`, or `void api.booking.listServices.prefetch()` and `<HydrateClient>` around
 * the client components that ask for the same with a hook.
 */
export const { trpc: api, HydrateClient } = createHydrationHelpers<AppRouter>(
  caller,
  getQueryClient,
);
