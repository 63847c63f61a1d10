import type { AppRouter } from "@odys/api/root";
import { createHydrationHelpers } from "@trpc/react-query/rsc";
import { createTRPCRecursiveProxy } from "@trpc/server";
import { headers } from "next/headers";
import { cache } from "react";
import type { AppCaller } from "../server/build-container.ts";
import { getContainer } from "../server/container.ts";
import { makeQueryClient } from "./query-client.ts";

// Everything here is per request: `cache` forgets when the render is over.
const getQueryClient = cache(makeQueryClient);

/** One context for all calls of a render, so that who is calling is found out once. */
const getCaller = cache(async (): Promise<AppCaller> => {
  // First: it ends the attempt to render a page that depends on its visitor ahead of time.
  const incoming = await headers();
  const container = await getContainer();
  return container.call(container.contextOf(new Headers(incoming)));
});

/** The caller of this request, which is there only once its headers are. */
const caller = createTRPCRecursiveProxy<AppCaller>(async ({ path, args }) => {
  let target: unknown = await getCaller();
  for (const name of path) target = Reflect.get(Object(target), name);
  if (typeof target !== "function") throw new TypeError(`no procedure ${path.join(".")}`);
  return Reflect.apply(target, undefined, [...args]) as unknown;
});

/**
 * Procedures for server components, called in process with the visitor's own cookies:
 * `await api.accounts.me()`, or `void api.booking.listServices.prefetch()` and `<HydrateClient>` around
 * the client components that ask for the same with a hook.
 */
export const { trpc: api, HydrateClient } = createHydrationHelpers<AppRouter>(
  caller,
  getQueryClient,
);
