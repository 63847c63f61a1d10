import type { Settings } from "../kernel/ports.ts";
import { DomainError, type ErrorCode } from "@odys/shared/kernel/errors";
import type { HeaderReader } from "./arrival.ts";

/** Largest body that a door takes unless it says otherwise, in bytes. */
export const MAX_BODY_BYTES = 1_048_576;
/** How long a door works on a request before it gives up, in milliseconds. */
const DEADLINE_MS = 30_000;
/** Most calls in one tRPC batch. */
export const MAX_BATCH = 50;

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** What is wrong with a request before anybody has looked at what it wants, or null. */
export function refusalOf(
  method: string,
  headers: HeaderReader,
  settings: Settings,
  maxBytes = MAX_BODY_BYTES,
): ErrorCode | null {
  if (SAFE_METHODS.has(method)) return null;
  if (Number(headers.get("content-length") ?? 0) > maxBytes) return "PAYLOAD_TOO_LARGE";
  // A cookie is sent by the browser, whoever asks it to; only then does it matter who asked.
  if (headers.get("cookie") !== null && !fromOurPages(headers, settings)) return "ORIGIN_REFUSED";
  return null;
}

/**
 * Browsers name the page that sends a mutation and let no page lie about it. A page of ours is of the
 * public origin, of a configured one, or of the very origin the request goes to (`Sec-Fetch-Site`).
 */
function fromOurPages(headers: HeaderReader, settings: Settings): boolean {
  const origin = headers.get("origin");
  if (origin !== null && isTrusted(origin, settings)) return true;
  return headers.get("sec-fetch-site") === "same-origin";
}

/** Whether pages of this origin may act for people who are signed in here. */
export function isTrusted(origin: string, settings: Settings): boolean {
  return origin === settings.origin || settings.trustedOrigins.includes(origin);
}

/** Reads a body and counts while reading, whatever its `content-length` said. Throws PAYLOAD_TOO_LARGE. */
export async function readBody(
  request: Request,
  maxBytes = MAX_BODY_BYTES,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new DomainError("PAYLOAD_TOO_LARGE");
      chunks.push(chunk);
    }
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/** Rejects with TIMEOUT when `work` takes longer than a door waits; the work itself goes on to its end. */
export function withDeadline<T>(work: Promise<T>, ms = DEADLINE_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DomainError("TIMEOUT")), ms);
    const settle = <V>(how: (value: V) => void, value: V) => {
      clearTimeout(timer);
      how(value);
    };
    work.then(
      (value) => settle(resolve, value),
      (error: unknown) => settle(reject, error),
    );
  });
}
