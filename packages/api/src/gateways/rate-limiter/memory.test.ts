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
    const rounds = 50;
    const start = performance.now();
    for (let i = 0; i < rounds; i++) for (const key of keys) await limiter.consume("api", key);
    const microseconds = ((performance.now() - start) * 1000) / (rounds * keys.length);
    // About 1 on an idle machine; the bound allows for a busy one.
    expect(microseconds).toBeLessThan(10);
  });
});
