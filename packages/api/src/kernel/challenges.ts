import { PUZZLES, seedText, targetOf } from "@odys/shared/booking/proof";
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Settings } from "./ports.ts";

/** How long a challenge is good for, in milliseconds. */
export const CHALLENGE_MS = 20 * 60_000;

const VERSION = 1;
const ID_BYTES = 12;
const HEAD_BYTES = 1 + 4 + 4 + ID_BYTES;
const MAC_BYTES = 16;

type Scope = {
  /** What it is asked for; a challenge for one thing is worth nothing for another. */
  scope: string;
  now: number;
};

/**
 * A challenge of work that only this house can have given, with nothing kept about it: version, work,
 * second of issue, random id, and a keyed hash over these and the scope; base64url, 50 characters.
 */
export function issueChallenge(
  settings: Settings,
  { scope, now, work }: Scope & { work: number },
): string {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(VERSION, 0);
  head.writeUInt32BE(work, 1);
  head.writeUInt32BE(Math.floor(now / 1000), 5);
  randomBytes(ID_BYTES).copy(head, 9);
  return Buffer.concat([head, macOf(settings, scope, head)]).toString("base64url");
}

/** Which challenge was answered, and the hashes that each of its puzzles took on average. */
export type Proven = { id: string; work: number };

/**
 * Reads a proof of work (shared/booking/proof.ts): sixteen hashes, some microseconds. Null when it is
 * forged, of another scope or slot, older than twenty minutes, or not solved.
 */
export function readProof(
  settings: Settings,
  { proof, scope, startsAt, now }: Scope & { proof: string; startsAt: string },
): Proven | null {
  const [challenge = "", solution = "", rest] = proof.split(".");
  const [bytes, found] = [
    exactly(challenge, HEAD_BYTES + MAC_BYTES),
    exactly(solution, PUZZLES * 4),
  ];
  if (!bytes || !found || rest !== undefined) return null;
  const head = bytes.subarray(0, HEAD_BYTES);
  if (!timingSafeEqual(bytes.subarray(HEAD_BYTES), macOf(settings, scope, head))) return null;
  const age = now - head.readUInt32BE(5) * 1000;
  // A little younger than now: clocks of two processes differ.
  if (head.readUInt8(0) !== VERSION || age > CHALLENGE_MS || age < -60_000) return null;
  const work = head.readUInt32BE(1);
  return solves(found, seedText(challenge, startsAt), work)
    ? { id: head.subarray(9).toString("base64url"), work }
    : null;
}

function solves(found: Buffer, text: string, work: number): boolean {
  const target = targetOf(work);
  const block = Buffer.alloc(40);
  createHash("sha256").update(text).digest().copy(block);
  for (let puzzle = 0; puzzle < PUZZLES; puzzle++) {
    block.writeUInt32BE(puzzle, 32);
    found.copy(block, 36, puzzle * 4, puzzle * 4 + 4);
    if (createHash("sha256").update(block).digest().readUInt32BE(0) >= target) return false;
  }
  return true;
}

/** Base64url of exactly so many bytes, written in the one way there is; null for anything else. */
function exactly(text: string, length: number): Buffer | null {
  const bytes = Buffer.from(text, "base64url");
  return bytes.length === length && bytes.toString("base64url") === text ? bytes : null;
}

function macOf({ linkSecret }: Settings, scope: string, head: Uint8Array): Buffer {
  const key = createHmac("sha256", linkSecret).update("odys guest challenge").digest();
  const mac = createHmac("sha256", key).update(head).update(scope).digest();
  return mac.subarray(0, MAC_BYTES);
}
