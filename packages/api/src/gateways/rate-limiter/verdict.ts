import type { RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimiter } from "../../kernel/ports.ts";

type Verdict = Awaited<ReturnType<RateLimiter["consume"]>>;
const ALLOWED: Verdict = { allowed: true };

const allowed = (): Verdict => ALLOWED;

/** The library refuses by rejecting with its figures, and rejects with an Error when the store is down. */
function refused(refusal: unknown): Verdict {
  if (refusal instanceof Error) throw refusal;
  const { msBeforeNext } = refusal as RateLimiterRes;
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}

/** Counts one attempt. Rejects when the store is down. */
export function verdictOf(limiter: RateLimiterAbstract | undefined, key: string): Promise<Verdict> {
  if (!limiter) return Promise.reject(new TypeError("no such rate limit"));
  return limiter.consume(key).then(allowed, refused);
}
