import { randomUUID } from "node:crypto";
import type { Services } from "../kernel/ports.ts";
import { clientAddress } from "./client-address.ts";

/** What the mount of a door knows of a request besides the request itself. */
export type DoorArrival = {
  /** The client's address as far as trusted proxies vouch for it, or "unknown". */
  ip: string;
  requestId: string;
};

/** A door: framework-free, so that it can be mounted anywhere. It answers and never throws. */
export type Door = (
  request: Request,
  services: Services,
  arrival: DoorArrival,
) => Promise<Response>;

/** The part of `Headers` that doors read; `IncomingHeaders` has it without the cost of `Headers`. */
export type HeaderReader = { get(name: string): string | null };

const REQUEST_ID = /^[\w-]{8,64}$/;

/** Takes over the caller's `x-request-id` if it is harmless, and works out who is calling from where. */
export function arrive(
  headers: HeaderReader,
  remote: string | undefined,
  trustedProxies: number,
): DoorArrival {
  const given = headers.get("x-request-id");
  return {
    ip: clientAddress(remote, headers.get("x-forwarded-for"), trustedProxies),
    requestId: given !== null && REQUEST_ID.test(given) ? given : randomUUID(),
  };
}
