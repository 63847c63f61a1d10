import { createHash, timingSafeEqual } from "node:crypto";

/**
 * Compares a secret with what was sent, in a time that tells nothing of either: hashes are of one
 * length, so that not even a difference in length shows. False when nothing is expected.
 */
export function sameSecret(given: string | null, expected: string | null): boolean {
  if (!expected) return false;
  return timingSafeEqual(digest(given ?? ""), digest(expected)) && given !== null;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
