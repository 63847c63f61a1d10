import { firstWords, sha256 } from "./sha256.ts";

/**
 * What a guest's device works out before it may ask for a time, so that asking for a thousand costs
 * something. The work is split into puzzles: of sixteen the sum varies by a quarter, where one alone
 * would take anything between nothing and five times as long.
 *
 * Puzzle `i` is solved by `n` when the first 32 bits of SHA-256(seed ‖ i ‖ n), both big endian words,
 * are below 2³² / work; the seed is SHA-256 of the challenge and the slot. A proof is the challenge,
 * a dot, and the sixteen `n` in base64url.
 */
export const PUZZLES = 16;

/** A challenge with the hashes that each of its puzzles takes on average. */
export interface Puzzle {
  challenge: string;
  work: number;
}

/** What the seed is made of: a proof for one slot says nothing about another. `startsAt` is an instant. */
export function seedText(challenge: string, startsAt: string): string {
  return `${challenge} ${Date.parse(startsAt)}`;
}

/** Below what the first word must lie. */
export function targetOf(work: number): number {
  return Math.max(1, Math.floor(2 ** 32 / work));
}

export interface Solver {
  /** Tries so many hashes more; the proof once it is found. */
  run(hashes: number): string | null;
}

/** Works at a proof in pieces, so that whoever shows a page can go on showing it. */
export function createSolver({ challenge, work }: Puzzle, startsAt: string): Solver {
  const first = firstWords(sha256(new TextEncoder().encode(seedText(challenge, startsAt))));
  const target = targetOf(work);
  const found = new DataView(new ArrayBuffer(PUZZLES * 4));
  let puzzle = 0;
  let n = 0;
  return {
    run(hashes) {
      for (let left = hashes; left > 0 && puzzle < PUZZLES; left--) {
        if (first(puzzle, n) < target) {
          found.setUint32(puzzle * 4, n);
          puzzle += 1;
          n = 0;
        } else n += 1;
      }
      return puzzle < PUZZLES ? null : `${challenge}.${base64url(found)}`;
    },
  };
}

function base64url(bytes: DataView): string {
  const text = Array.from({ length: bytes.byteLength }, (_, at) =>
    String.fromCharCode(bytes.getUint8(at)),
  );
  return btoa(text.join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
