import { DomainError } from "@odys/shared/kernel/errors";
import { type AnyTRPCRouter, callTRPCProcedure } from "@trpc/server";
import { createContext } from "../trpc/context.ts";
import { failure, seal } from "./answers.ts";
import type { Door } from "./arrival.ts";
import { withDeadline } from "./guard.ts";

export const CALENDAR_PREFIX = "/api/calendar";

const PATH = new RegExp(`^${CALENDAR_PREFIX}/([\\w-]{1,128})\\.ics$`);

/** What lies behind the door. */
const PROCEDURE = "booking.getCalendarFile";

/**
 * `GET /api/calendar/<manage token>.ics`: an appointment for whatever calendar opens it. Inline, so
 * that a phone offers to add it instead of keeping a download.
 */
export function createCalendarDoor(router: AnyTRPCRouter): Door {
  return async (request, services, arrival) => {
    const { requestId } = arrival;
    const { method, headers } = request;
    try {
      if (method !== "GET" && method !== "HEAD") {
        const refused = new DomainError("METHOD_NOT_ALLOWED");
        return seal(failure(refused, requestId, { allow: "GET, HEAD" }), requestId);
      }
      const token = PATH.exec(new URL(request.url).pathname)?.[1];
      if (token === undefined) throw new DomainError("NOT_FOUND");
      const ctx = createContext(services, { ...arrival, headers, via: "http" });
      const file: { content: string } = await withDeadline(
        callTRPCProcedure({
          router,
          path: PROCEDURE,
          type: "query",
          ctx,
          getRawInput: () => Promise.resolve({ token }),
          signal: undefined,
          batchIndex: 0,
        }),
      );
      const answer = seal(
        new Response(file.content, {
          headers: {
            "content-type": "text/calendar; charset=utf-8",
            "content-disposition": 'inline; filename="odys.ics"',
          },
        }),
        requestId,
      );
      return method === "HEAD" ? new Response(null, answer) : answer;
    } catch (error) {
      return seal(failure(error, requestId), requestId);
    }
  };
}
