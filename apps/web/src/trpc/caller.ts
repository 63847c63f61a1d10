import { createTRPCRecursiveProxy } from "@trpc/server";
import { headers } from "next/headers";
import { cache } from "react";
import type { AppCaller } from "../server/build-container.ts";
import { getContainer } from "../server/container.ts";

/** One context for all calls of a render, so that who is calling is found out once. */
const getCaller = cache(async (): Promise<AppCaller> => {
  // First: it ends the attempt to render a page that depends on its visitor ahead of time.
  const incoming = await headers();
  const container = await getContainer();
  return container.call(container.contextOf(new Headers(incoming)));
});

/**
 * Procedures for server components, called in process with the visitor's own cookies:
 * `await caller.booking.getPage({ slug })`. Brings nothing to the browser, so public pages use it as it is.
 */
export const caller = createTRPCRecursiveProxy<AppCaller>(async ({ path, args }) => {
  let target: unknown = await getCaller();
  for (const name of path) target = Reflect.get(Object(target), name);
  if (typeof target !== "function") throw new TypeError(`no procedure ${path.join(".")}`);
  return Reflect.apply(target, undefined, [...args]) as unknown;
});
