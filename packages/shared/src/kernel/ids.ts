import { v7 } from "uuid";
import * as z from "zod";

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/**
 * Ids that grant access are branded, and minted only by the ladder of procedures
 * (packages/api/src/trpc) and by the room that owns the row: a string from an input
 * can never stand where the caller's own tenant is meant.
 */
export type UserId = Branded<"UserId">;
export type ProfessionalId = Branded<"ProfessionalId">;

/** A new UUIDv7 (RFC 9562): ordered by time, so that indexes grow at one end. */
export function newId(): string {
  return v7();
}

/** Any UUID in canonical text form, as ids travel on the wire. */
export const id = z.uuid();
