import { createSolver, type Puzzle } from "@odys/shared/booking/proof";

/** How long a piece of work may keep the page from drawing, and how many hashes go between two looks at the clock. */
const PIECE_MS = 6;
const HASHES = 500;

/**
 * Works out what a guest has to prove for a slot, in pieces between which the page draws and hears its
 * person. Rejects when `signal` is aborted.
 */
export async function startProof(
  puzzle: Puzzle,
  startsAt: string,
  signal?: AbortSignal,
): Promise<string> {
  const solver = createSolver(puzzle, startsAt);
  for (;;) {
    const until = performance.now() + PIECE_MS;
    do {
      const proof = solver.run(HASHES);
      if (proof !== null) return proof;
    } while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  }
}
