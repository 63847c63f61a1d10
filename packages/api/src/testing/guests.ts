import { createSolver } from "@odys/shared/booking/proof";
import type { TestApp } from "./app.ts";

type Wish = { slug: string; serviceId: string; startsAt: string };

/** The proof that a guest's device would work out for a slot; undefined where none is asked for. */
export async function proofFor(
  caller: ReturnType<TestApp["anonymous"]>,
  { slug, serviceId, startsAt }: Wish,
): Promise<string | undefined> {
  const { challenge, work } = await caller.booking.getChallenge({ slug, serviceId });
  return challenge === null ? undefined : solve(challenge, work, startsAt);
}

/** Works it out in one go. */
export function solve(challenge: string, work: number, startsAt: string): string {
  const solver = createSolver({ challenge, work }, startsAt);
  for (;;) {
    const proof = solver.run(100_000);
    if (proof !== null) return proof;
  }
}
