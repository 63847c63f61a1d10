import { describe, expect, it } from "vitest";
import { rateLimiterContract } from "./contract.ts";
import { createMemoryLimiter } from "./memory.ts";
import { limitsTimes } from "./port.ts";

describe("rate limiter in memory", () => {
  rateLimiterContract(async (limits) => createMemoryLimiter({ limits }));

  it("multiplies the limits, and never to nothing", () => {
    expect(limitsTimes(100).booking).toEqual({ points: 500, seconds: 600 });
    expect(limitsTimes(0.01).booking).toEqual({ points: 1, seconds: 600 });
  });

  it("costs microseconds", async () => {
    const limiter = createMemoryLimiter({ limits: limitsTimes(1e6) });
    const keys = Array.from({ length: 1_000 }, (_, i) => `10.0.${i >> 8}.${i & 255}`);
    for (const key of keys) await limiter.consume("api", key);
    let microseconds = Infinity;
    for (let round = 0; round < 50; round++) {
      const start = performance.now();
      for (const key of keys) await limiter.consume("api", key);
      microseconds = Math.min(microseconds, (performance.now() - start) * (1000 / keys.length));
    }
    // The best of fifty rounds, because the machine may be busy with other things.
    expect(microseconds).toBeLessThan(5);
  });
});
