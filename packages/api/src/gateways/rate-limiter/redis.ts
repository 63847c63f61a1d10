import type { RateLimitName } from "@odys/shared/ops/limits";
import { Redis } from "ioredis";
import { RateLimiterRedis } from "rate-limiter-flexible";
import type { Logger } from "pino";
import type { RateLimiter } from "../../kernel/ports.ts";
import { limitsTimes, type Limits } from "./port.ts";
import { verdictOf } from "./verdict.ts";

type RedisLimiterOptions = {
  url: string;
  log: Logger;
  limits?: Limits;
  /** Milliseconds that one count may take; the ladder then decides whether to let the caller pass. */
  timeoutMs?: number;
};

/**
 * Counts in Redis, together for all processes: one atomic script per attempt (figures in
 * `rl:<limit>:<key>`). While the server is away every attempt throws at once, and within
 * `timeoutMs` when it hangs.
 */
export function createRedisLimiter({
  url,
  log,
  limits = limitsTimes(1),
  timeoutMs = 250,
}: RedisLimiterOptions): RateLimiter {
  const redis = new Redis(url, {
    commandTimeout: timeoutMs,
    connectTimeout: 2_000,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
    autoResendUnfulfilledCommands: false,
  });
  let met = false;
  let away = false;
  redis.on("ready", () => {
    if (away) log.info("rate limiter: redis is back");
    met = true;
    away = false;
  });
  redis.on("error", (err: unknown) => {
    // Once per outage, not once per attempt to reconnect.
    if (!away) log.error({ err }, "rate limiter: redis is away");
    away = true;
  });

  const limiters = new Map<RateLimitName, RateLimiterRedis>();
  for (const [name, { points, seconds }] of Object.entries(limits)) {
    const keyPrefix = `rl:${name}`;
    const limiter = new RateLimiterRedis({
      storeClient: redis,
      keyPrefix,
      points,
      duration: seconds,
    });
    limiters.set(name as RateLimitName, limiter);
  }
  return {
    async consume(limit, key) {
      // Before the first connection commands may wait for it; afterwards nobody waits for a dead server.
      if (met && redis.status !== "ready") throw new Error("redis is away");
      return verdictOf(limiters.get(limit), key);
    },
    async close() {
      redis.disconnect();
    },
  };
}
