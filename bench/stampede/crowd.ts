import { percentile } from "../src/figure.ts";

export interface Stampede {
  /** Attempts a second, from the first start to the last answer. */
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** How often each answer was given. */
  outcomes: Record<string, number>;
}

/**
 * For one slot after the other `racers` want it at the same moment; the next slot opens when all of
 * them have their answer. `attempt` resolves to a word for what came of it and never rejects.
 */
export async function stampede(
  { slots, racers }: { slots: number; racers: number },
  attempt: (slot: number, racer: number) => Promise<string>,
): Promise<Stampede> {
  const latencies: number[] = [];
  const outcomes: Record<string, number> = {};
  const timed = async (slot: number, racer: number) => {
    const started = performance.now();
    const outcome = await attempt(slot, racer);
    latencies.push(performance.now() - started);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };
  const started = performance.now();
  for (let slot = 0; slot < slots; slot++)
    await Promise.all(Array.from({ length: racers }, (_, racer) => timed(slot, racer)));
  const seconds = (performance.now() - started) / 1_000;
  return {
    perSecond: (slots * racers) / seconds,
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    outcomes,
  };
}
