import { RATE_LIMITS, type RateLimitName } from "@odys/shared/ops/limits";

/** How much of each limit a driver grants. */
export type Limits = Record<RateLimitName, { points: number; seconds: number }>;

/** The limits of the product, multiplied by `factor` for those who run a load test or a class room behind one address. */
export function limitsTimes(factor: number): Limits {
  const scaled = { ...RATE_LIMITS } as Limits;
  for (const [name, { points, seconds }] of Object.entries(RATE_LIMITS))
    scaled[name as RateLimitName] = { points: Math.max(1, Math.round(points * factor)), seconds };
  return scaled;
}
