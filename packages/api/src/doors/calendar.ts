import { createHash } from "node:crypto";
import { DomainError } from "@odys/shared/kernel/errors";
import { type AnyTRPCRouter, callTRPCProcedure } from "@trpc/server";
import { createContext } from "../trpc/context.ts";
import { failure, seal } from "./answers.ts";
import type { Door } from "./arrival.ts";
import { withDeadline } from "./guard.ts";

export const CALENDAR_PREFIX = "/api/calendar";

/** What lies behind the door: its paths, and how long what they answer may be kept. */
const FILES = [
  {
    path: new RegExp(`^${CALENDAR_PREFIX}/([\\w-]{1,128})\\.ics$`),
    procedure: "booking.getCalendarFile",
    kept: "no-store",
  },
  {
    path: new RegExp(`^${CALENDAR_PREFIX}/feed/([\\w-]{1,128})\\.ics$`),
    procedure: "booking.readCalendarFeed",
    kept: "private, no-cache",
  },
] as const;

/**
 * `GET /api/calendar/<manage token>.ics`: an appointment for whatever calendar opens it. Inline, so
 * that a phone offers to add it instead of keeping a download. `GET /api/calendar/feed/<token>.ics`:
 * what a calendar subscribes to; it asks every few minutes, and is told 304 while nothing has changed.
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
      const { pathname } = new URL(request.url);
      const asked = FILES.find(({ path }) => path.test(pathname));
      const token = asked?.path.exec(pathname)?.[1];
      if (!asked || token === undefined) throw new DomainError("NOT_FOUND");
      const ctx = createContext(services, { ...arrival, headers, via: "http" });
      const file: { content: string } = await withDeadline(
        callTRPCProcedure({
          router,
          path: asked.procedure,
          type: "query",
          ctx,
          getRawInput: () => Promise.resolve({ token }),
          signal: undefined,
          batchIndex: 0,
        }),
      );
      const about = {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'inline; filename="odys.ics"',
        "cache-control": asked.kept,
        etag: `"${createHash("sha256").update(file.content).digest("base64url")}"`,
      };
      const known = headers.get("if-none-match") === about.etag;
      const body = known || method === "HEAD" ? null : file.content;
      return seal(new Response(body, { status: known ? 304 : 200, headers: about }), requestId);
    } catch (error) {
      return seal(failure(error, requestId), requestId);
    }
  };
}
