import { DomainError } from "@odys/shared/kernel/errors";
import { type AnyTRPCRouter, callTRPCProcedure } from "@trpc/server";
import type { Services } from "../kernel/ports.ts";
import { createContext } from "../trpc/context.ts";
import { reportOf } from "../trpc/errors.ts";
import { failure, seal, success } from "./answers.ts";
import type { Door, DoorArrival } from "./arrival.ts";
import { isTrusted, refusalOf, withDeadline } from "./guard.ts";
import { openApiDocument } from "./openapi.ts";
import { type RestMatch, routingTable } from "./rest-routes.ts";

export const REST_PREFIX = "/api/v1";

/**
 * `/api/v1/*` for whatever procedures offer in their meta. `{ success: true, data }` or
 * `{ success: false, error: { code, message, details? } }`, always with a true status.
 */
export function createRestDoor(router: AnyTRPCRouter): Door {
  // On the first request: building it reads the schemas of all procedures.
  let match: ReturnType<typeof routingTable> | undefined;
  let document: string | undefined;

  const answer = async (request: Request, services: Services, arrival: DoorArrival) => {
    const url = new URL(request.url);
    const path = url.pathname.slice(REST_PREFIX.length);
    const reading = request.method === "GET" || request.method === "HEAD";
    if (path === "/openapi.json" && reading) {
      document ??= JSON.stringify(openApiDocument(router, services.settings));
      return new Response(document, { headers: { "content-type": "application/json" } });
    }
    match ??= routingTable(router);
    const found = match(request.method, path);
    if (!found) throw new DomainError("NOT_FOUND");
    if ("allow" in found) return wrongMethod(found.allow, arrival);
    return call(router, found, { request, url, services, arrival });
  };

  return async (request, services, arrival) => {
    const { headers, method } = request;
    try {
      const refused = refusalOf(method, headers, services.settings);
      if (refused) throw new DomainError(refused);
      if (method === "OPTIONS" && headers.has("access-control-request-method"))
        return finish(new Response(null, { status: 204 }), request, services, arrival);
      const response = await withDeadline(answer(request, services, arrival));
      return finish(response, request, services, arrival);
    } catch (error) {
      const told = error instanceof URIError ? new DomainError("NOT_FOUND") : error;
      if (reportOf(told).code === "INTERNAL")
        services.log.error({ err: error, ...arrival }, "REST door failed");
      return finish(failure(told, arrival.requestId), request, services, arrival);
    }
  };
}

type Asked = { request: Request; url: URL; services: Services; arrival: DoorArrival };

async function call(
  router: AnyTRPCRouter,
  { route, params }: RestMatch,
  { request, url, services, arrival }: Asked,
): Promise<Response> {
  const input = await route.readInput(request, url, params);
  const ctx = createContext(services, { ...arrival, headers: request.headers, via: "http" });
  try {
    const { path } = route;
    const { type } = route.procedure._def;
    const getRawInput = () => Promise.resolve(input);
    const signal = undefined; // what was begun is finished
    const opts = { router, path, type, ctx, getRawInput, signal, batchIndex: 0 };
    return success(await callTRPCProcedure(opts), ctx.responseHeaders);
  } catch (error) {
    return failure(error, arrival.requestId, ctx.responseHeaders);
  }
}

function wrongMethod(allow: string[], { requestId }: DoorArrival): Response {
  return failure(new DomainError("METHOD_NOT_ALLOWED"), requestId, { allow: allow.join(", ") });
}

/** CORS is closed but for the configured origins. */
function finish(
  response: Response,
  { headers, method }: Request,
  services: Services,
  { requestId }: DoorArrival,
): Response {
  const origin = headers.get("origin");
  if (origin !== null && isTrusted(origin, services.settings)) {
    response.headers.set("access-control-allow-origin", origin);
    response.headers.set("access-control-allow-credentials", "true");
    response.headers.set("access-control-expose-headers", "retry-after, x-request-id");
    if (method === "OPTIONS") {
      response.headers.set("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE");
      response.headers.set(
        "access-control-allow-headers",
        "authorization, content-type, idempotency-key, x-request-id",
      );
      response.headers.set("access-control-max-age", "600");
    }
  }
  response.headers.append("vary", "origin");
  const sealed = seal(response, requestId);
  return method === "HEAD" ? new Response(null, sealed) : sealed;
}

/** An answer in the envelope, for doors that have no procedures of their own. */
export const notFound = ({ requestId }: DoorArrival): Response =>
  seal(failure(new DomainError("NOT_FOUND"), requestId), requestId);
