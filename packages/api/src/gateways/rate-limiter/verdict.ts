import type { RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimiter } from "../../kernel/ports.ts";

type Verdict = Awaited<ReturnType<RateLimiter["consume"]>>;
const ALLOWED: Verdict = { allowed: true };

/** The library refuses by rejecting with its figures, and rejects with an Error when the store is down. */
export async function verdictOf(
  limiter: RateLimiterAbstract | undefined,
  key: string,
): Promise<Verdict> {
  if (!limiter) throw new TypeError("no such rate limit");
  try {
    await limiter.consume(key);
    return ALLOWED;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    const { msBeforeNext } = refusal as RateLimiterRes;
    return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
  }
}
