import { expect, it } from "vitest";
import type { RateLimiter } from "../../kernel/ports.ts";
import { limitsTimes, type Limits } from "./port.ts";

const limits: Limits = { ...limitsTimes(1), booking: { points: 5, seconds: 600 } };
const brief: Limits = { ...limits, booking: { points: 2, seconds: 1 } };

let key = 0;
const somebody = () => `192.0.2.${++key}:${process.pid}:${Date.now()}`;

/** What every driver of the port does; `open` makes one with the given limits. */
export function rateLimiterContract(open: (limits: Limits) => Promise<RateLimiter>): void {
  async function using<T>(given: Limits, work: (limiter: RateLimiter) => Promise<T>): Promise<T> {
    const limiter = await open(given);
    try {
      return await work(limiter);
    } finally {
      await limiter.close();
    }
  }

  it("lets exactly as many pass as the limit says and tells the others how long to wait", () =>
    using(limits, async (limiter) => {
      const who = somebody();
      for (let i = 0; i < 5; i++)
        expect(await limiter.consume("booking", who)).toEqual({ allowed: true });
      const verdict = await limiter.consume("booking", who);
      expect(verdict.allowed).toBe(false);
      const wait = verdict.allowed ? 0 : verdict.retryAfterSeconds;
      expect(wait).toBeGreaterThan(590);
      expect(wait).toBeLessThanOrEqual(600);
    }));

  it("counts keys and limits apart", () =>
    using(limits, async (limiter) => {
      const [one, other] = [somebody(), somebody()];
      for (let i = 0; i < 6; i++) await limiter.consume("booking", one);
      expect((await limiter.consume("booking", one)).allowed).toBe(false);
      expect((await limiter.consume("booking", other)).allowed).toBe(true);
      expect((await limiter.consume("onboarding", one)).allowed).toBe(true);
    }));

  it("of fifty at the same moment lets five pass", () =>
    using(limits, async (limiter) => {
      const who = somebody();
      const verdicts = await Promise.all(
        Array.from({ length: 50 }, () => limiter.consume("booking", who)),
      );
      expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(5);
    }));

  it("forgets when the window is over", () =>
    using(brief, async (limiter) => {
      const who = somebody();
      for (let i = 0; i < 3; i++) await limiter.consume("booking", who);
      const refused = await limiter.consume("booking", who);
      expect(refused).toEqual({ allowed: false, retryAfterSeconds: 1 });
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      expect(await limiter.consume("booking", who)).toEqual({ allowed: true });
    }));

  it("takes keys of any shape", () =>
    using(limits, async (limiter) => {
      for (const odd of ["", "::1", "ana+1@exämple.com", "a b\r\nFLUSHALL", "🐘".repeat(50)])
        expect((await limiter.consume("onboarding", `${somebody()} ${odd}`)).allowed).toBe(true);
    }));
}
