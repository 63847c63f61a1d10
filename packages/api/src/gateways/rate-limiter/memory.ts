import type { RateLimitName } from "@odys/shared/ops/limits";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { RateLimiter } from "../../kernel/ports.ts";
import { limitsTimes, type Limits } from "./port.ts";
import { verdictOf } from "./verdict.ts";

/** Counts in this process: the default, and right as long as there is one process. */
export function createMemoryLimiter({
  limits = limitsTimes(1),
}: { limits?: Limits } = {}): RateLimiter {
  const limiters = new Map<RateLimitName, RateLimiterMemory>();
  for (const [name, { points, seconds }] of Object.entries(limits))
    limiters.set(name as RateLimitName, new RateLimiterMemory({ points, duration: seconds }));
  return {
    consume: (limit, key) => verdictOf(limiters.get(limit), key),
    close: async () => {},
  };
}
