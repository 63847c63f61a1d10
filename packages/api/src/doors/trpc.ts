import { type AnyTRPCRouter, getTRPCErrorShape } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { ErrorCode } from "@odys/shared/kernel/errors";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Services } from "../kernel/ports.ts";
import { createContext, type RequestContext } from "../trpc/context.ts";
import { reportOf, toTRPCError } from "../trpc/errors.ts";
import { seal } from "./answers.ts";
import type { Door, DoorArrival } from "./arrival.ts";
import { MAX_BATCH, readBody, refusalOf, withDeadline } from "./guard.ts";
import { JSON_TYPE, VARY } from "./trpc-direct.ts";

export const TRPC_PREFIX = "/api/trpc";

/** tRPC by its own resolver: streams, subscriptions, forms, and every call where `Request` is what there is. */
export function createTrpcDoor(router: AnyTRPCRouter): Door {
  return async (request, services, arrival) => {
    const refused = refusalOf(request.method, request.headers, services.settings);
    if (refused) return trpcRefusal(router, refused, arrival);
    try {
      const { pathname } = new URL(request.url);
      decodeURIComponent(pathname); // the resolver takes what does not decode for a fault of ours
      const complete = await withDeadline(withBody(request));
      const answer = resolve(router, complete, services, arrival);
      return seal(await withDeadline(answer), arrival.requestId);
    } catch (error) {
      const code = error instanceof URIError ? "NOT_FOUND" : reportOf(error).code;
      if (code === "INTERNAL") services.log.error({ err: error, ...arrival }, "tRPC door failed");
      return trpcRefusal(router, code, arrival);
    }
  };
}

function resolve(
  router: AnyTRPCRouter,
  req: Request,
  services: Services,
  { ip, requestId }: DoorArrival,
): Promise<Response> {
  let ctx: RequestContext | undefined;
  return fetchRequestHandler({
    endpoint: TRPC_PREFIX,
    router,
    req,
    maxBatchSize: MAX_BATCH,
    createContext: async ({ info }) => {
      ctx = createContext(services, { headers: req.headers, ip, via: "http", requestId });
      // A stream's headers leave before its procedures run; cookies that the session renews are among them.
      if (info.accept === "application/jsonl") await ctx.who().catch(() => undefined);
      return ctx;
    },
    responseMeta: () => ({ headers: ctx?.responseHeaders ?? new Headers() }),
  });
}

/** The same request with its body read and counted. */
async function withBody(request: Request): Promise<Request> {
  if (!request.body) return request;
  const body = await readBody(request);
  const { method, headers, signal, url } = request;
  return new Request(url, { method, headers, signal, body });
}

/** What the door itself refuses, in the shape in which tRPC's clients read errors. */
export function trpcRefusalBody(
  router: AnyTRPCRouter,
  code: ErrorCode,
  requestId: string,
): { status: number; body: string } {
  const error = toTRPCError(new DomainError(code));
  const shape = getTRPCErrorShape({
    config: router._def._config,
    error,
    type: "unknown",
    path: undefined,
    input: undefined,
    ctx: { requestId },
  });
  return { status: reportOf(error).http, body: JSON.stringify({ error: shape }) };
}

function trpcRefusal(router: AnyTRPCRouter, code: ErrorCode, { requestId }: DoorArrival): Response {
  const { status, body } = trpcRefusalBody(router, code, requestId);
  const headers = { "content-type": JSON_TYPE, vary: VARY };
  return seal(new Response(body, { status, headers }), requestId);
}
