import { createHmac, timingSafeEqual } from "node:crypto";
import type { Settings } from "./ports.ts";

/** What the bearer of a link may do with the thing it names. */
export type LinkPurpose = "manage" | "confirm" | "feed";

const ID_BYTES = 16;
const MAC_BYTES = 16;

/**
 * The secret part of a link: an id with a keyed hash of purpose and id, base64url, 43 characters.
 * Derived and not kept, so that every later mail can carry it and the database holds nothing that
 * opens anything. A link of one purpose opens nothing of another.
 */
export function linkToken(settings: Settings, purpose: LinkPurpose, id: string): string {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  return Buffer.concat([bytes, macOf(settings, purpose, bytes)]).toString("base64url");
}

/** The id that a token was made for, or null: forged, of another purpose, or not a token at all. */
export function readLinkToken(
  settings: Settings,
  purpose: LinkPurpose,
  token: string,
): string | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString("base64url") !== token) return null;
  const id = bytes.subarray(0, ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), macOf(settings, purpose, id))) return null;
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function macOf({ linkSecret }: Settings, purpose: LinkPurpose, id: Uint8Array): Buffer {
  const mac = createHmac("sha256", linkSecret).update(`link:${purpose}:`).update(id).digest();
  return mac.subarray(0, MAC_BYTES);
}
