import type { ErrorCode, ErrorDetails } from "@odys/shared/kernel/errors";
import { reportOf } from "../trpc/errors.ts";
import { SENTENCES } from "./sentences.ts";

/** On every answer of every door: data for programs, never a page, never kept by anybody in between. */
export const SAFE_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

/** Adds what every answer carries, unless the door has said otherwise. */
export function seal(response: Response, requestId: string): Response {
  const { headers } = response;
  for (const [name, value] of Object.entries(SAFE_HEADERS))
    if (!headers.has(name)) headers.set(name, value);
  headers.set("x-request-id", requestId);
  return response;
}

/** A JSON answer with the given status. */
export function json(status: number, body: unknown, headers?: HeadersInit): Response {
  const answer = new Headers(headers);
  answer.set("content-type", "application/json");
  return new Response(JSON.stringify(body), { status, headers: answer });
}

/** `{ success: true, data }`. */
export function success(data: unknown, headers?: HeadersInit): Response {
  return json(200, { success: true, data: data ?? null }, headers);
}

export type Envelope = {
  success: false;
  error: { code: ErrorCode; message: string; details?: ErrorDetails };
};

/**
 * `{ success: false, error }` for whatever was thrown. Of an unknown error nothing is told but the
 * request id, under which the log has the rest.
 */
export function failure(error: unknown, requestId: string, headers?: HeadersInit): Response {
  const { code, http, details } = reportOf(error);
  const told = http >= 500 ? { requestId } : details;
  const body: Envelope = {
    success: false,
    error: { code, message: SENTENCES[code], ...(told && { details: told }) },
  };
  const answer = new Headers(headers);
  if (http === 429 && !answer.has("retry-after")) {
    const seconds = Number(details?.["retryAfterSeconds"]);
    answer.set("retry-after", String(seconds > 0 ? Math.ceil(seconds) : 60));
  }
  return json(http, body, answer);
}
